import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { anOffer, PLACE } from './api'
import { press, tabTo } from './keyboard'
import { drawn } from './mail'

test('a visitor books, moves and cancels with the keyboard alone', async ({ page, request }) => {
  const offer = await anOffer(request)
  const { title } = await (await request.get(`/api/v1/procedures/${offer.procedure}`)).json()

  await test.step('says where and what for', async () => {
    await page.goto('/')
    await tabTo(page, page.getByRole('combobox'))
    await page.keyboard.type(PLACE)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/demarche/)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await tabTo(page, page.getByRole('searchbox'))
    await page.keyboard.type(title.fr.slice(0, 8))
    await press(page, page.getByRole('link', { name: title.fr }).first())
  })

  await test.step('chooses a house and a time', async () => {
    await expect(page.getByRole('heading', { level: 1, name: /Les maisons près de/ })).toBeFocused()
    await expect(page.getByText('à vol d’oiseau').first()).toBeVisible()
    await press(page, page.getByRole('link', { name: `Voir les heures – ${offer.site.name}` }))
    await nextWeek(page)
    await press(page, slotButtons(page).first())
  })

  await test.step('says who comes', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Pour qui est ce rendez-vous' })).toBeFocused()
    await tabTo(page, page.getByLabel('Prénom'))
    await page.keyboard.type('Jeanne')
    await tabTo(page, page.getByLabel('Nom', { exact: true }))
    await page.keyboard.type('Lefèvre')
    await tabTo(page, page.getByLabel('Par téléphone'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(page.getByLabel('Ne pas me prévenir')).toBeChecked()
    await press(page, page.getByRole('button', { name: 'Confirmer le rendez-vous' }))
    await expect(page.getByRole('heading', { level: 1, name: 'C’est noté' })).toBeFocused()
    await expect(page).toHaveURL(/\/rendez-vous\/[^#]+#.{20,}/)
  })
  const first = await when(page)

  await test.step('ticks a paper, and finds it ticked again', async () => {
    const paper = page.getByRole('checkbox').first()
    await press(page, paper, 'Space')
    await page.reload()
    await expect(page.getByRole('checkbox').first()).toBeChecked()
  })
  const uid = await calendarUid(page)

  await test.step('moves it', async () => {
    await press(page, page.getByRole('link', { name: 'Déplacer' }))
    await nextWeek(page)
    await press(page, slotButtons(page).last())
    await press(page, page.getByRole('button', { name: 'Oui, déplacer' }))
    await expect(page.getByText('Votre rendez-vous est déplacé.')).toBeVisible()
    expect(await when(page)).not.toBe(first)
    expect(await calendarUid(page)).toBe(uid)
  })

  await test.step('cancels it', async () => {
    await press(page, page.getByRole('link', { name: 'Annuler le rendez-vous' }))
    await press(page, page.getByRole('button', { name: 'Oui, annuler le rendez-vous' }))
    await expect(page.getByRole('heading', { level: 1, name: 'Rendez-vous annulé' })).toBeFocused()
  })
})

test('who lives where a bus stops sees when it comes next', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('combobox').fill('Essay')
  const suggestion = page.getByRole('option', { name: 'Essay' })
  const [list, send] = [await suggestion.boundingBox(), await page.getByRole('button', { name: 'Continuer' }).boundingBox()]
  expect(list!.y, 'the list covers no button').toBeGreaterThanOrEqual(send!.y + send!.height)
  await suggestion.click()
  await page.waitForURL(/demarche/)
  await page.getByRole('link', { name: /permis de conduire/ }).first().click()
  const stops = page.getByRole('region', { name: 'Prochain passage à Essay' })
  await expect(stops.getByRole('listitem').first()).toContainText(/mardi .*Place de la mairie, Essay/is)
  await stops.getByRole('link', { name: /^Bus France services/ }).first().click()
  await expect(page.getByRole('region', { name: 'Prochain passage ici' })).toContainText('Place de la mairie, Essay')
})

const slotButtons = (page: Page) => page.getByRole('button', { name: /^\S+ \d+\S* \S+ à/ })
/** Of this week's slots the next may be too near to be changed. */
async function nextWeek(page: Page): Promise<void> {
  await slotButtons(page).first().waitFor()
  const shown = page.getByRole('navigation').getByRole('status')
  const before = await shown.innerText()
  await press(page, page.getByRole('button', { name: 'Semaine suivante' }))
  await expect(shown).not.toHaveText(before)
  await drawn(page)
}

const when = (page: Page) => page.locator('.facts strong').first().innerText()

/** Downloads the calendar file and reads its UID, which a move must keep. */
async function calendarUid(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await press(page, page.getByRole('button', { name: 'Mettre dans mon agenda' }))
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^rendez-vous-.+\.ics$/)
  const content = readFileSync(await file.path(), 'utf8')
  expect(content).toContain('BEGIN:VEVENT')
  return /^UID:(.+)$/m.exec(content)![1]!.trim()
}

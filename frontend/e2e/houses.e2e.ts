import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectSoundAtBoth } from './axe'
import { press } from './keyboard'
import { agentApi, bearerOf, enter } from './login'

// How houses and registers are kept: forms, tables, national files. Whatever is changed here is put back.

const WIDE = { width: 1280, height: 800 }
const LIST = readFileSync('../backend/src/test/resources/imports/sites.csv', 'utf8')

/** A house of Marc's, as the API has it. */
async function hisHouse(browser: Browser, page: Page): Promise<{ id: string; name: string }> {
  const marc = agentApi(page.request, await bearerOf(browser, page.request, 'marc.normandie'))
  return (await marc('GET', '/me')).sites.find(({ name }: { name: string }) => /Sées/.test(name))
}

const saved = (page: Page) => expect(page.getByText('C’est enregistré. Le public le lit dès maintenant.')).toBeVisible()
const note = (page: Page) => page.getByLabel('Précisions sur l’accès (facultatif)')
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click()

test('a manager changes her house, reads who changed it, and goes back', async ({ page, browser }) => {
  const house = await hisHouse(browser, page)
  await page.setViewportSize(WIDE)
  await enter(page, 'marc.normandie')
  await page.goto(`/equipe/maisons/${house.id}/fiche`)
  await expect(page.getByRole('region', { name: 'Ouvrir la maison' })).toBeVisible()
  await expect(page.locator('.leaflet-container')).toBeVisible()
  await expectSoundAtBoth(page, 'the form of a house')
  await page.setViewportSize(WIDE)
  const before = await note(page).inputValue()

  await note(page).fill(`Rampe à gauche ${Date.now()}`)
  await save(page)
  await saved(page)
  const history = page.getByRole('region', { name: 'Historique' })
  await expect(history.getByRole('listitem').first()).toContainText('marc.normandie')
  await expect(history.getByRole('listitem').first()).toContainText('Précisions sur l’accès')
  await history.getByRole('button', { name: /^Revenir à la version/ }).first().click()
  await expect(note(page)).toHaveValue(before)
  await save(page)
  await saved(page)
  await expectSoundAtBoth(page, 'the form of a house with its history')

  await page.getByRole('button', { name: 'Cacher la maison au public' }).click()
  await expect(page.getByText('La maison n’est plus visible que de son équipe.')).toBeVisible()
  expect((await page.request.get(`/api/v1/sites/${house.id}`)).status()).toBe(404)
  await page.getByRole('button', { name: 'Montrer la maison au public' }).click()
  await expect(page.getByText('La maison est visible du public.')).toBeVisible()
  expect((await page.request.get(`/api/v1/sites/${house.id}`)).status()).toBe(200)
})

test('two who edit one house: the second reads who and what, keeps their words, and saves', async ({ page, browser }) => {
  const house = await hisHouse(browser, page)
  const admin = agentApi(page.request, await bearerOf(browser, page.request, 'admin.reseau'))
  const path = `/sites/${house.id}/entry`
  const before = await admin('GET', path)
  await enter(page, 'marc.normandie')
  await page.goto(`/equipe/maisons/${house.id}/fiche`)
  await note(page).fill('Sonnez à la porte bleue')
  await page.getByLabel('E-mail (facultatif)').fill('marc@example.org')
  await admin('PUT', path, { ...before.form, website: 'https://sees.example.org', email: 'anne@example.org' }, before)

  await save(page)
  const news = page.locator('#overtaken')
  await expect(news).toBeFocused()
  await expect(news).toContainText('Anne Dubois')
  await expect(news).toContainText(/e-mail/i)
  await expect(news).toContainText('anne@example.org')
  await expectSoundAtBoth(page, 'a form that somebody else saved meanwhile')
  await expect(page.getByLabel('Site internet (facultatif)')).toHaveValue('https://sees.example.org')
  await expect(note(page)).toHaveValue('Sonnez à la porte bleue')
  await save(page)
  await saved(page)
  const now = await admin('GET', path)
  expect(now.form).toMatchObject({ website: 'https://sees.example.org', email: 'marc@example.org', accessibilityNote: 'Sonnez à la porte bleue' })
  await admin('PUT', path, before.form, now)
})

test('an administrator enters a house by keyboard, moves its point with the arrows, and archives it', async ({ page }) => {
  await page.setViewportSize(WIDE)
  await enter(page, 'admin.reseau')
  await page.goto('/equipe/reseau/maisons/nouvelle')
  await expectSoundAtBoth(page, 'a new house')
  await page.setViewportSize(WIDE)
  const name = `Maison d’essai ${Date.now()}`
  await press(page, page.getByLabel('Nom', { exact: true }), 'Home')
  await page.keyboard.type(name)
  await press(page, page.getByLabel('Numéro et rue'), 'Home')
  await page.keyboard.type('1 rue de l’Essai')
  await press(page, page.getByRole('combobox', { name: 'Commune' }), 'Home')
  await page.keyboard.type('Lisieux')
  await page.getByRole('option', { name: /^Lisieux/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const latitude = page.getByLabel('Latitude')
  await expect(latitude).not.toHaveValue('')
  const stood = Number(await latitude.inputValue())
  await press(page, page.getByRole('slider', { name: /Point de la maison/ }), 'Shift+ArrowUp')
  expect(Number(await latitude.inputValue())).toBeCloseTo(stood + 250 / 111_320, 4)
  await press(page, page.getByRole('button', { name: 'Enregistrer', exact: true }))
  await page.waitForURL(/\/maisons\/\d+\/fiche$/)
  await expect(page.getByText('Cette maison n’est pas encore visible du public.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Montrer la maison au public' })).toBeDisabled()
  await expectSoundAtBoth(page, 'the checklist of a new house')

  await press(page, page.getByRole('button', { name: 'Archiver', exact: true }))
  await expect(page.getByText('La maison est archivée.')).toBeVisible()
  await page.goto('/equipe/reseau/maisons')
  await page.getByLabel('Seulement ce qui est archivé').check()
  await expect(page.getByRole('link', { name })).toBeVisible()
})

test('the network’s table is searched, sorted and filtered, and its file comes back as it went', async ({ page }) => {
  await enter(page, 'admin.reseau')
  await page.goto('/equipe/reseau/maisons')
  await expect(page.getByRole('link', { name: /Moyaux/ })).toBeVisible()
  await expectSoundAtBoth(page, 'the network’s houses')
  await page.setViewportSize({ width: 390, height: 844 })
  // What there is to do stands on a phone's screen without sliding.
  const todo = page.locator('tbody .narrow').filter({ hasText: 'Sans agent' }).first()
  await expect(todo).toBeVisible()
  expect(await todo.evaluate((one) => one.getBoundingClientRect().right)).toBeLessThanOrEqual(390)
  await page.setViewportSize(WIDE)
  await page.getByRole('button', { name: /^Sans agent : / }).click()
  await expect(page.getByRole('link', { name: /Sées/ })).toHaveCount(0)
  await page.getByRole('button', { name: /^Sans agent : / }).click()
  await page.getByLabel('Nom, commune, code postal ou code').fill('moy 14590')
  await expect(page.getByRole('rowheader')).toHaveCount(1)
  await page.getByLabel('Nom, commune, code postal ou code').fill('')
  await page.getByRole('button', { name: 'Commune', exact: true }).press('Enter')
  await expect(page.getByRole('columnheader', { name: /Commune/ })).toHaveAttribute('aria-sort', 'ascending')
  await comesBack(page)
})

/** The table goes out and comes in: nothing changed, nothing would be written. */
async function comesBack(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Enregistrer en CSV' }).click()
  const file = await (await download).path()
  await page.getByLabel('Rapporter un fichier CSV').setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: readFileSync(file) })
  await expect(page.getByText('Rien : tout est déjà ainsi.')).toBeVisible()
  return readFileSync(file, 'utf8')
}

for (const [slug, title] of [['organismes', 'Organismes'], ['demarches', 'Démarches'], ['papiers', 'Papiers'], ['themes', 'Thèmes']] as const) {
  test(`the register of ${slug} is sound, kept by a form, and its file comes back as it went`, async ({ page }) => {
    await enter(page, 'admin.reseau')
    if (slug === 'themes') await aTheme(page)
    await page.goto(`/equipe/registres/${slug}`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    const first = page.getByRole('rowheader').getByRole('link').first()
    await expect(first).toBeVisible()
    await expectSoundAtBoth(page, slug)
    await page.setViewportSize(WIDE)
    await comesBack(page)
    await first.click()
    const name = page.locator('#row-name-fr, #row-title-fr, #row-label-fr')
    await expect(name).toBeVisible()
    await expectSoundAtBoth(page, `a row of ${slug}`)
    await page.setViewportSize(WIDE)
    const before = await name.inputValue()
    await name.fill(`${before} essai`)
    await save(page)
    await expect(page.locator('#row-said')).toBeFocused()
    await page.getByRole('button', { name: /^Revenir à la version/ }).first().click()
    await expect(name).toHaveValue(before)
    await save(page)
    await expect(page.locator('#row-said')).toBeFocused()
    if (slug !== 'themes') return
    await page.getByRole('button', { name: 'Archiver', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Remettre en service' })).toBeVisible()
  })
}

/** The demo has none of its own. */
async function aTheme(page: Page): Promise<void> {
  await page.goto('/equipe/registres/themes/nouveau')
  await page.locator('#row-code').fill(`aa-essai-${Date.now()}`)
  await page.locator('#row-name-fr').fill('Aa essai')
  await page.locator('#row-name-en').fill('Aa trial')
  await page.locator('#row-position').fill('99')
  await save(page)
  await page.waitForURL(/\/themes\/\d+$/)
}

/** A list of houses, looked at and applied; the page is the import's. */
async function bring(page: Page, list: string): Promise<void> {
  await page.goto('/equipe/imports')
  await page.locator('#file-sites').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await expect(page.getByRole('button', { name: 'Appliquer' })).toBeVisible()
  await expectSoundAtBoth(page, 'what a list of houses would change')
  await page.setViewportSize(WIDE)
  await page.getByRole('button', { name: 'Appliquer' }).click()
  await expect(page.getByText('appliqué', { exact: true })).toBeVisible()
}

async function takeBack(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('button', { name: 'Annuler cet import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler cet import' }).click()
  await expect(page.getByText('L’import est annulé : tout est comme avant.')).toBeVisible()
  await expectSoundAtBoth(page, 'an import that was taken back')
  await page.setViewportSize(WIDE)
}

test('a newer list changes a house, which says so; one that left it is archived; and all of it is taken back', async ({ page }) => {
  test.slow()
  await page.setViewportSize(WIDE)
  await enter(page, 'admin.reseau')
  await bring(page, LIST)
  const first = new URL(page.url()).pathname
  const newer = LIST.replace('"Maison sans heures"', '"Maison aux heures"').split('\n').filter((line) => !line.startsWith('"3"')).join('\n')
  await bring(page, newer)
  const second = new URL(page.url()).pathname

  await page.goto('/equipe/reseau/maisons')
  await page.getByLabel('Nom, commune, code postal ou code').fill('aux heures')
  await page.getByRole('link', { name: 'Maison aux heures' }).click()
  const latest = page.getByRole('region', { name: 'Historique' }).getByRole('listitem').first()
  await expect(latest).toContainText('Liste nationale')
  await expect(latest).toContainText('Nom')

  await page.goto('/equipe/reseau/maisons')
  await page.getByRole('button', { name: /^Sorties de la liste nationale : / }).click()
  await expect(page.getByText('La dernière liste nationale ne les a plus.', { exact: false })).toBeVisible()
  const archive = page.getByRole('button', { name: 'Archiver : Maison de Lisieux' })
  await expect(archive).toBeVisible()
  await expectSoundAtBoth(page, 'houses that left the list')
  await page.setViewportSize(WIDE)
  await archive.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Archiver' }).click()
  await expect(page.locator('#houses-said')).toContainText('Maison de Lisieux : La maison est archivée.')
  await expect(archive).toHaveCount(0)

  await takeBack(page, second)
  await takeBack(page, first)
})

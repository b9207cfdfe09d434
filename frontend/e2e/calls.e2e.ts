import { expect, type Page, test } from '@playwright/test'
import { expectSound, expectSoundAtBoth } from './axe'
import { aHouse, atTheBoard, type House, openSoon } from './house'
import { press } from './keyboard'
import { bookInHouse, drawn } from './mail'
import { sheetsOf } from './paper'

test.use({ viewport: { width: 1280, height: 800 } })

/** Somebody with a landline only, whose appointment the clerk moves or cancels without having told them. */
async function aCall(house: House, what: 'cancellation' | 'reschedule'): Promise<{ name: string; reference: string }> {
  const lastName = `Appel${Math.random().toString(36).slice(2, 7).replace(/\d/g, 'x')}`
  const visitor = { firstName: 'Odette', lastName, phone: '0231000001', contactBy: 'call' }
  const { reference, slotId } = await bookInHouse(house, visitor)
  let body: object = {}
  if (what === 'reschedule') {
    const { procedure } = await house.clerk('GET', `/bookings/${reference}`)
    const { items } = await house.clerk('GET', `/slots?site=${house.id}&procedure=${procedure.id}&limit=60`)
    // A late one: at the time of an appointment nobody is called about it any more.
    body = { slotId: items.findLast(({ id }: { id: string }) => id !== slotId).id }
  }
  await house.clerk('POST', `/bookings/${reference}/${what}`, body)
  return { name: `Odette ${lastName}`, reference }
}

const card = (page: Page, name: string) => page.getByRole('article', { name })
/** Somebody's line; pressed, it opens. */
const line = (page: Page, name: string) => card(page, name).getByRole('button', { name, expanded: false })

test('the call sheet is worked through with the keyboard alone', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openSoon(house)
  const gone = await aCall(house, 'cancellation')
  const moved = await aCall(house, 'reschedule')
  await atTheBoard(page, house)
  await press(page, page.getByRole('link', { name: /appels? à passer/i }))
  await drawn(page)
  const call = card(page, gone.name)
  await expect(call.getByRole('link', { name: /^Appeler Odette/ })).toHaveAttribute('href', 'tel:+33231000001')
  await press(page, line(page, gone.name))
  await expect(call.locator('blockquote')).toContainText(/annul/i)
  await expectSound(page, 'the call sheet')

  await test.step('nobody answers: with a note, still to be called', async () => {
    await press(page, call.getByRole('button', { name: 'Ajouter une note' }))
    await page.keyboard.type('Répondeur')
    await press(page, call.getByRole('button', { name: 'Pas de réponse' }))
    await expect(page.getByText(`${gone.name} : pas de réponse, reste à appeler.`)).toBeVisible()
    await expect(call).toContainText('« Répondeur »')
  })

  await test.step('reached, corrected, reached: and the next one has the focus', async () => {
    await press(page, call.getByRole('button', { name: 'Prévenu(e)' }))
    await expect(call).toHaveCount(0)
    await expect(page.locator('article [aria-expanded=true]:focus, #calls-said:focus')).toHaveCount(1)
    await press(page, page.locator('summary', { hasText: 'Terminés' }))
    await press(page, page.getByRole('button', { name: `Corriger, ${gone.name} : pas de réponse` }))
    await expect(call).toBeVisible()
    await press(page, call.getByRole('button', { name: 'Prévenu(e)' }))
    await expect(call).toHaveCount(0)
  })

  await test.step('another time is found on the phone', async () => {
    const other = card(page, moved.name)
    const start = async () => (await house.clerk('GET', `/bookings/${moved.reference}`)).start
    const before = await start()
    await press(page, other.getByRole('button', { name: 'Déplacer' }))
    await expect(page.locator('.time:focus')).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await press(page, other.getByRole('button', { name: /^Oui, déplacer/ }))
    await expect(page.getByText(`${moved.name} : rendez-vous déplacé.`)).toBeVisible()
    await expect(other).toHaveCount(0)
    expect(await start()).not.toBe(before)
  })

  await test.step('the booking tells what became of it', async () => {
    await page.goto(`/equipe/maisons/${house.id}/rendez-vous/${gone.reference}`)
    await expect(page.getByRole('article', { name: 'Appel – Rendez-vous annulé' })).toContainText('personne prévenue')
    await expectSound(page, 'a booking with calls')
  })
})

test('the call sheet prints on A4 with a box for each result', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openSoon(house)
  const { name } = await aCall(house, 'cancellation')
  await page.goto(`/equipe/maisons/${house.id}/appels`)
  await expect(card(page, name)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText(/prévenu\(e\).*pas de réponse.*rendez-vous déplacé.*rendez-vous annulé/s)
  expect(await sheetsOf(page)).toBeGreaterThan(0)
})

test('staff move a booking and cancel it, and say that the person knows: nobody is called', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openSoon(house)
  const visitor = { firstName: 'Odette', lastName: 'Informée', phone: '0231000001', contactBy: 'call' }
  const { reference } = await bookInHouse(house, visitor)
  await page.goto(`/equipe/maisons/${house.id}/rendez-vous/${reference}`)
  await page.getByRole('button', { name: 'Déplacer' }).click()
  await page.locator('.time').first().click()
  await page.getByLabel('La personne est déjà prévenue').check()
  await page.getByRole('button', { name: /^Oui, déplacer/ }).click()
  await expect(page.getByText('Le rendez-vous est déplacé.')).toBeVisible()
  await page.getByRole('button', { name: 'Annuler le rendez-vous' }).click()
  await page.getByLabel('La personne est déjà prévenue').check()
  await expectSound(page, 'cancelling a booking for staff')
  await page.getByRole('button', { name: 'Oui, annuler le rendez-vous' }).click()
  await expect(page.getByText('Ce rendez-vous est annulé.')).toBeVisible()
  const { items } = await house.clerk('GET', `/sites/${house.id}/call-sheet`)
  expect(items.filter((one: { reference: string; state: string }) => one.reference === reference && one.state === 'waiting')).toEqual([])
})

test('the call sheet is sound on a wide and on a small screen', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openSoon(house)
  const { name } = await aCall(house, 'reschedule')
  await page.goto(`/equipe/maisons/${house.id}/appels`)
  await drawn(page)
  await line(page, name).click()
  await card(page, name).getByRole('button', { name: 'Ajouter une note' }).click()
  await card(page, name).getByRole('button', { name: 'Déplacer' }).click()
  await expect(page.locator('.time').first()).toBeVisible()
  await expectSoundAtBoth(page, 'the call sheet, choosing another time')
})

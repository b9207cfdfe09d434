import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { anOffer } from './api'
import { expectSound, expectSoundAtBoth } from './axe'
import { aHouse, openSoon } from './house'
import { bearerOf, enter } from './login'
import { anAddress, awaitKept, bookInHouse, bookLater, changeSettings, drawn, keptFor } from './mail'
import { bookOnline, cancelOnline, moveOnline } from './online'

async function aManager(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await enter(page, 'admin.reseau')
  return page
}

test('who books by e-mail gets one letter, whose link opens the booking and whose file fits a calendar', async ({ page, request }) => {
  const to = anAddress()
  const reference = await bookOnline(page, await anOffer(request), to)
  const { calendar } = await awaitKept(request, to, 'confirmation')

  await page.getByRole('link', { name: 'Voir les messages gardés ici' }).click()
  await page.getByLabel('Destinataire').fill(to)
  await page.getByRole('button', { name: new RegExp(to) }).click()
  await expectSound(page, 'a letter in the local outbox')
  const letter = page.frameLocator('iframe')
  await expect(letter.locator('body')).toContainText('Jeanne')
  const looks = await letter.locator('[data-style]').first().evaluate((element) => element.getAttribute('style'))
  expect(looks, 'the letter has its looks, though the page allows no written styles').toBeTruthy()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Fichier d’agenda' }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toBe(calendar)
  expect(calendar).toContain('BEGIN:VEVENT')

  const opened = page.waitForEvent('popup')
  await letter.getByRole('link', { name: /déplacer ou annuler/ }).click()
  const booking = await opened
  await expect(booking.locator('.reference')).toHaveText(`${reference.slice(0, 4)}-${reference.slice(4)}`)

  await test.step('moved and cancelled, each is told once', async () => {
    await moveOnline(booking)
    const moved = await awaitKept(request, to, 'moved')
    expect(/^UID:(.+)$/m.exec(moved.calendar!)![1]).toBe(/^UID:(.+)$/m.exec(calendar!)![1])
    await cancelOnline(booking)
    await awaitKept(request, to, 'cancelled')
    expect((await keptFor(request, to)).map(({ kind }) => kind).sort()).toEqual(['cancelled', 'confirmation', 'moved'])
  })
})

test('on one’s own booking: an earlier slot is asked for and no more, how one is told is changed and changed back', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openSoon(house)
  const { reference, secret } = await bookInHouse(house, {
    firstName: 'Paul', lastName: 'Martin', email: anAddress(), phone: '0231000001', contactBy: 'email',
  })
  await page.goto(`/rendez-vous/${reference}#${secret}`)
  await expectSound(page, 'a booking with an address')
  await page.getByRole('button', { name: 'Oui, prévenez-moi' }).click()
  await expect(page.getByText(/nous vous préviendrons si une place/)).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Ne plus me proposer de place' }).click()
  await expect(page.getByText(/nous ne vous proposerons pas/)).toBeVisible()
  for (const [way, said] of [['Par un appel', 'la maison vous appellera'], ['Par e-mail', 'par e-mail.']] as const) {
    await page.getByRole('radio', { name: way }).check()
    await page.getByRole('button', { name: 'Enregistrer ce choix' }).click()
    await expect(page.getByText(said)).toBeVisible()
  }
})

test('a freed place goes to who waits to come earlier: a letter, one tap, and the booking has moved', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  const to = anAddress()
  const leaves = await bookLater(house, 1, { firstName: 'Luc', lastName: 'Petit', contactBy: 'none' })
  const waits = await bookLater(house, 2, { firstName: 'Anne', lastName: 'Morel', email: to, contactBy: 'email' })
  await page.goto(`/rendez-vous/${waits.reference}#${waits.secret}`)
  await page.getByRole('button', { name: 'Oui, prévenez-moi' }).click()
  await expect(page.getByText(/nous vous préviendrons si une place/)).toBeVisible()
  const cancelled = await request.post(`/api/v1/bookings/${leaves.reference}/cancellation`, { headers: { 'Booking-Secret': leaves.secret } })
  expect(cancelled.status()).toBe(200)

  const { link } = await awaitKept(request, to, 'waitlistOffer')
  const opened = await page.context().newPage()
  await opened.goto(link!)
  await expect(opened.getByRole('region', { name: /Une place plus tôt/ })).toBeVisible()
  await expectSound(opened, 'an earlier slot that is offered')
  await opened.getByRole('button', { name: /Prendre/ }).click()
  await awaitKept(request, to, 'moved')
  const now = await (await request.get(`/api/v1/bookings/${waits.reference}`, { headers: { 'Booking-Secret': waits.secret } })).json()
  expect(now.start).toBe(leaves.start)
})

test('a manager’s words are seen before they are saved, and stand in the next letter', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openSoon(house)
  const manager = await aManager(browser)
  const words = `Bienvenue chez nous ${Date.now()}, {visitor}.`
  await manager.goto(`/equipe/maisons/${house.id}/messages`)
  await drawn(manager)
  await manager.getByLabel('Début de l’e-mail').fill(words)
  await expect(manager.frameLocator('iframe').locator('body')).toContainText('Bienvenue chez nous')
  await expectSound(manager, 'the words of messages')
  const form = manager.getByRole('region', { name: 'Ce que disent les messages' })
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form.getByText(/les prochains messages diront ceci/)).toBeVisible()

  const to = anAddress()
  const { reference } = await bookInHouse(house, { firstName: 'Anne', lastName: 'Morel', email: to, contactBy: 'email' })
  expect((await awaitKept(request, to, 'confirmation')).text).toContain(words.replace('{visitor}', 'Anne'))

  await test.step('what cannot be filled in is refused at its field', async () => {
    await manager.getByLabel('Début de l’e-mail').fill('Bonjour {patronyme}')
    await form.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(form.getByRole('alert')).toContainText('patronyme')
    await expect(manager.getByLabel('Début de l’e-mail')).toHaveAttribute('aria-invalid', 'true')
    await expectSound(manager, 'the words of messages, refused')
    await form.getByRole('button', { name: 'Annuler mes changements' }).click()
  })

  await test.step('the product’s words come back', async () => {
    await form.getByRole('button', { name: 'Revenir au texte d’origine' }).click()
    await manager.getByRole('dialog').getByRole('button', { name: 'Revenir au texte d’origine' }).click()
    await expect(form.getByText(/le texte d’origine est revenu/)).toBeVisible()
  })

  await test.step('the fate of the letter stands at the booking, and a manager sends it again', async () => {
    await manager.goto(`/equipe/maisons/${house.id}/rendez-vous/${reference}`)
    const sent = manager.getByRole('article', { name: 'E-mail – Confirmation' }).first()
    await expect(sent).toContainText('envoyé')
    await sent.getByRole('button', { name: /Voir le texte/ }).click()
    await expect(sent).toContainText('Bienvenue chez nous')
    await expectSound(manager, 'a booking for staff')
    await sent.getByRole('button', { name: /^Renvoyer/ }).click()
    await manager.getByRole('dialog').getByRole('button', { name: 'Renvoyer' }).click()
    await expect(manager.getByText('C’est noté : le message repart.')).toBeVisible()
    await expect.poll(async () => (await keptFor(request, to)).filter(({ kind }) => kind === 'confirmation').length).toBe(2)
  })
  await manager.context().close()
})

test('settings that somebody else saved meanwhile are never overwritten unseen', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  const manager = await aManager(browser)
  const time = `17:${String(new Date().getSeconds()).padStart(2, '0')}`
  await manager.goto(`/equipe/maisons/${house.id}/messages`)
  await drawn(manager)
  await changeSettings(request, house.id, await bearerOf(browser, request, 'admin.reseau'), { reminderTime: time })
  await manager.getByLabel('Quand', { exact: true }).selectOption('3')
  const rules = manager.getByRole('region', { name: 'Quand partent les messages' })
  await rules.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(rules.getByRole('heading', { name: /Quelqu’un d’autre/ })).toBeVisible()
  await expectSound(manager, 'settings overtaken')
  await rules.getByRole('button', { name: 'Prendre les siens' }).click()
  await expect(manager.locator('#settings-reminderTime')).toHaveValue(time)
  await manager.context().close()
})

test('every screen of messages is sound on a wide and on a small screen', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openSoon(house)
  const to = anAddress()
  const { reference, secret } = await bookInHouse(house, { firstName: 'Marie-Madeleine', lastName: 'Lefèvre-Beauchamp', email: to, contactBy: 'email' })
  await awaitKept(request, to, 'confirmation')
  const at = `/equipe/maisons/${house.id}`
  for (const path of [`${at}/messages`, `${at}/rendez-vous/${reference}`, `/rendez-vous/${reference}#${secret}`, '/boite']) {
    await page.goto(path)
    await drawn(page)
    await expectSoundAtBoth(page, path)
  }
  await page.getByRole('button', { name: new RegExp(to) }).click()
  await expectSoundAtBoth(page, 'a letter')
})

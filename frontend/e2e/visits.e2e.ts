import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectSound, expectSoundAtBoth } from './axe'
import { plusDays } from './days'
import { aHouse, atTheBoard, errandOf, nowIn, openSoon, walkIn } from './house'
import { press } from './keyboard'
import { drawn } from './mail'

test.use({ viewport: { width: 1280, height: 800 } })

const said = (page: Page, words: RegExp) => expect(page.getByRole('status').filter({ hasText: words }).first()).toBeVisible()

test('a visit is finished “to continue”: the next appointment is booked within the sheet, and is there', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openSoon(house)
  const { id, number } = await walkIn(house, house.procedures.indexOf(errandOf(house)))
  await atTheBoard(page, house)
  await page.keyboard.press('n')
  await said(page, new RegExp(`${number} appelé`))
  // A key that is pressed while the last one is still under way does nothing.
  const until = (key: string, seen: Locator) =>
    expect(async () => {
      await page.keyboard.press(key)
      await expect(seen).toBeVisible({ timeout: 3_000 })
    }).toPass()
  await until('s', page.getByRole('status').filter({ hasText: `${number} est reçu` }))
  await until('f', page.getByRole('region', { name: 'La visite qui vient de finir' }).getByText(`${number} :`))
  const sheet = page.getByRole('region', { name: 'La visite qui vient de finir' })
  await press(page, sheet.getByRole('button', { name: 'À poursuivre' }))
  await press(page, sheet.locator('button.time').first())
  const lastName = `Suite${Math.random().toString(36).replace(/[^a-z]/g, '').slice(0, 6)}`
  await sheet.getByLabel('Prénom').fill('Odette')
  await sheet.getByLabel('Nom', { exact: true }).fill(lastName)
  await drawn(page)
  await expectSound(page, 'the next appointment within the sheet')
  await press(page, sheet.getByRole('button', { name: 'Prendre ce rendez-vous et noter la visite' }))
  await said(page, /notée : À poursuivre/)

  const { current } = await house.clerk('GET', `/tickets/${id}/attendance`)
  expect(current.result).toBe('continued')
  const booked = await house.clerk('GET', `/bookings/${current.followUp}`)
  expect(booked.procedure.id).toBe(errandOf(house).id)
  await page.goto(`/equipe/maisons/${house.id}/rendez-vous/${current.followUp}`)
  await expect(page.getByText(lastName).first()).toBeVisible()
})

test('a visit of yesterday and a call are found by their day, corrected, taken back and brought back', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  const { day } = await nowIn(house)
  const yesterday = plusDays(day, -1)
  const at = (time: string) => new Date(Date.parse(`${yesterday}T${time}:00Z`)).toISOString()
  const { number } = await house.clerk('POST', `/sites/${house.id}/late-entries`, {
    procedureId: errandOf(house).id, arrivedAt: at('10:00'), startedAt: at('10:04'), endedAt: at('10:20'), outcome: 'done',
  })
  await page.goto(`/equipe/maisons/${house.id}/visites`)
  const list = page.getByRole('region', { name: 'Les visites d’un jour' })
  await press(page, list.getByRole('button', { name: 'Le jour d’avant' }))
  await expect(list.getByLabel('Jour', { exact: true })).toHaveValue(yesterday)
  await press(page, list.getByRole('button', { name: `Noter la visite : ${number}`, exact: true }))
  await page.getByRole('dialog').getByRole('button', { name: 'Noter la visite' }).click()
  await said(page, new RegExp(`Visite ${number} notée : Réglé`))
  await press(page, list.getByRole('button', { name: `Corriger la visite : ${number}`, exact: true }))
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/^Réglé, noté le /)).toBeVisible()
  await dialog.getByRole('radio', { name: 'A renoncé' }).check()
  await dialog.getByRole('button', { name: 'Enregistrer la correction' }).click()
  await expect(list.getByRole('listitem').filter({ hasText: number }).first()).toContainText(/A renoncé, noté par claire/)
  await drawn(page)
  await expectSoundAtBoth(page, 'the visits of a day')

  await test.step('a call of today', async () => {
    await house.clerk('POST', `/sites/${house.id}/counted-visits`, { channel: 'telephone' })
    await press(page, list.getByRole('button', { name: 'Le jour d’après' }))
    const call = list.getByRole('listitem').filter({ hasText: /^Appel de/ })
    await expect(call.first()).toBeVisible()
    const before = await call.count()
    await press(page, call.first().getByRole('button', { name: /^Ne plus compter/ }))
    await said(page, /ne compte plus/)
    await expect(call).toHaveCount(before - 1)
    await press(page, page.getByRole('button', { name: 'Annuler', exact: true }))
    await expect(call).toHaveCount(before)
  })
})

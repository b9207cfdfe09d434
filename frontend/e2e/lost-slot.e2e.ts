import { expect, test } from '@playwright/test'
import { anOffer, bookElsewhere, slotsOf } from './api'

test('a slot lost while typing is explained, nothing typed is lost, and the nearest is booked', async ({ page, request }) => {
  const offer = await anOffer(request)
  await page.goto(slotsOf(offer))
  await page.getByRole('button', { name: /^\S+ \d+\S* \S+ à/ }).first().click()
  await page.getByLabel('Prénom').fill('Marcel')
  await page.getByLabel('Nom', { exact: true }).fill('Proust')
  await page.getByLabel('Ne pas me prévenir').check()

  // The hold ends and others take every place, as when somebody typed for longer than it lasts.
  const kept = await page.evaluate(() => JSON.parse(sessionStorage.getItem('porte-ouverte.holding')!))
  await request.delete(`/api/v1/holds/${kept.hold.id}`)
  let status = 201
  for (let places = 0; status === 201 && places <= kept.slot.capacity; places++) {
    status = (await bookElsewhere(request, offer, kept.slot.id)).status
  }
  expect(status).toBe(409)

  await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  await expect(page.getByRole('heading', { name: /Cette heure vient d’être prise/ })).toBeVisible()
  await expect(page.getByLabel('Prénom')).toHaveValue('Marcel')
  await expect(page.getByLabel('Nom', { exact: true })).toHaveValue('Proust')

  await page.getByRole('alert').getByRole('button').first().click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByText('Cette heure vous est gardée.')).toBeVisible()
  await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'C’est noté' })).toBeVisible()
  await expect(page.getByText('Marcel Proust').first()).toBeVisible()
})

test('what was typed survives a reload, and going back gives the slot to others', async ({ page, request }) => {
  const offer = await anOffer(request)
  await page.goto(slotsOf(offer))
  await page.getByRole('button', { name: /^\S+ \d+\S* \S+ à/ }).first().click()
  await page.getByLabel('Prénom').fill('Colette')
  await page.reload()
  await expect(page.getByLabel('Prénom')).toHaveValue('Colette')
  const released = page.waitForResponse((answer) => answer.request().method() === 'DELETE' && answer.url().includes('/holds/'))
  await page.goBack()
  expect((await released).status()).toBe(204)
})

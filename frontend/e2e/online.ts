import { expect, type Page } from '@playwright/test'
import { type Offer, slotsOf } from './api'
import { drawn } from './mail'

/** Books the last free hour on the screen, as somebody who leaves a mail address; gives the reference. */
export async function bookOnline(page: Page, offer: Offer, email: string): Promise<string> {
  await page.goto(slotsOf(offer))
  await page.getByRole('button', { name: /^\S+ \d+\S* \S+ à/ }).last().click()
  await page.getByLabel('Prénom').fill('Jeanne')
  await page.getByLabel('Nom', { exact: true }).fill('Lefèvre')
  await page.getByLabel('Par e-mail').check()
  await page.getByLabel('Adresse e-mail').fill(email)
  await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'C’est noté' })).toBeVisible()
  return /rendez-vous\/([\w-]+)/.exec(page.url())![1]!
}

/** On the page of a booking: moves it to the first free hour of a later week, as the very next could no longer be cancelled. */
export async function moveOnline(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Déplacer' }).click()
  await page.getByRole('button', { name: /^\S+ \d+\S* \S+ à/ }).first().waitFor()
  await page.getByRole('button', { name: 'Semaine suivante' }).click()
  await drawn(page)
  await page.getByRole('button', { name: /^\S+ \d+\S* \S+ à/ }).first().click()
  await page.getByRole('button', { name: 'Oui, déplacer' }).click()
  await expect(page.getByText('Votre rendez-vous est déplacé.')).toBeVisible()
}

export async function cancelOnline(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Annuler le rendez-vous' }).click()
  await page.getByRole('button', { name: 'Oui, annuler le rendez-vous' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rendez-vous annulé' })).toBeVisible()
}

import { expect, test } from '@playwright/test'
import { expectSound, expectSoundAtBoth } from './axe'
import { awaitMailAbout } from './mailbox'
import { addAgent } from './operator'

// The pages and mails of the login, which are Keycloak's in our dress: with a realm that was told its settings again.

test('a forgotten password is replaced by a mail, and the way leads back into the app', async ({ page, request }) => {
  test.slow()
  const username = `essai.oubli${Date.now()}`
  const email = `${username}@example.org`
  await addAgent(request, { username, email, firstName: 'Odile', lastName: 'Oubli', role: 'integrator' })

  await page.goto('/equipe')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { name: 'Connexion de l’équipe' })).toBeVisible()
  await expectSoundAtBoth(page, 'the login')
  await expect(page.getByRole('link', { name: 'Revenir à Porte ouverte' })).toHaveAttribute('href', /\/equipe$/)
  await page.locator('#username').fill(username)
  await page.locator('#password').fill('not-this-one-at-all')
  await page.locator('#kc-login').click()
  await expect(page.getByText('Identifiant ou mot de passe inconnu.')).toBeVisible()
  await expectSound(page, 'a wrong password')

  await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click()
  await expectSoundAtBoth(page, 'a forgotten password')
  await page.locator('#username').fill(username)
  await page.getByRole('button', { name: 'Continuer' }).click()
  await expect(page.getByText('Si un compte existe', { exact: false })).toBeVisible()

  const mail = await awaitMailAbout(request, email, 'Votre mot de passe')
  expect(mail.text).toContain('votre mot de passe reste le même')
  await page.goto(mail.links.find((link) => link.includes('action-token'))!)
  await expect(page.getByRole('heading', { name: 'Choisir un mot de passe' })).toBeVisible()
  await expectSoundAtBoth(page, 'a new password')
  await page.locator('#password-new').fill('une-phrase-a-moi-2026')
  await page.locator('#password-confirm').fill('une-phrase-a-moi-2026')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.waitForURL(/\/equipe$/)
  await expect(page.getByText('Odile Oubli', { exact: true })).toBeVisible()
})

test('the login speaks the language of the app', async ({ page }) => {
  await page.goto('/equipe')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('heading', { name: 'Staff login' })).toBeVisible()
})

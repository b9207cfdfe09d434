import { expect, type Page, test } from '@playwright/test'
import { expectSound } from './axe'
import { logIn as enter } from './login'

async function logIn(page: Page, username: string): Promise<void> {
  await enter(page, username)
  await page.goto('/equipe')
}

const AGENTS = [
  { username: 'claire.moyaux', role: 'Agent d’accueil', where: /Moyaux/ },
  { username: 'marc.normandie', role: 'Responsable de maison', where: /Sées/ },
  { username: 'admin.reseau', role: 'Administrateur', where: /toutes les maisons/ },
]

for (const { username, role, where } of AGENTS) {
  test(`${username} logs in through Keycloak, sees who and where, and logs out`, async ({ page }) => {
    await logIn(page, username)
    await expect(page.getByRole('heading', { level: 1, name: /^Bonjour / })).toBeVisible()
    await expect(page.getByText(role, { exact: true })).toBeVisible()
    await expect(page.locator('main')).toContainText(where)
    await expect(page.locator('main')).toContainText(username)
    await expectSound(page, 'the staff area')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: /^Bonjour / })).toBeVisible()

    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    // Keycloak may ask whether one really means it.
    const confirm = page.locator('#kc-logout')
    await expect(confirm.or(page.getByRole('button', { name: 'Se connecter' }))).toBeVisible()
    if (await confirm.isVisible()) await confirm.click()
    await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible()
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('access_token')
  })
}

test('sophie.caf lands at her sessions, from /equipe too, and logs out there', async ({ page }) => {
  await logIn(page, 'sophie.caf')
  await page.waitForURL(/\/partenaire$/)
  await expect(page.locator('main')).toContainText(/Pour .*(CAF|allocations familiales)/i)
  await expect(page.locator('main')).toContainText('sophie.caf')
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  const confirm = page.locator('#kc-logout')
  await expect(confirm.or(page.getByRole('button', { name: 'Se connecter' }))).toBeVisible()
  if (await confirm.isVisible()) await confirm.click()
  await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible()
})

test('a session that has ended is explained, and one can log in again', async ({ page }) => {
  await logIn(page, 'claire.moyaux')
  await expect(page.getByRole('heading', { level: 1, name: /^Bonjour / })).toBeVisible()
  await page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((one) => one.startsWith('oidc.user:'))!
    const user = JSON.parse(sessionStorage.getItem(key)!)
    sessionStorage.setItem(key, JSON.stringify({ ...user, access_token: `${user.access_token}x` }))
  })
  await page.reload()
  await expect(page.getByText('Votre session est terminée')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible()
})

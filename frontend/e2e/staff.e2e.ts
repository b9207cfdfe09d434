import { expect, type Page, test } from '@playwright/test'
import { expectSound, expectSoundAtBoth } from './axe'
import { aHouse, errandOf, openSoon } from './house'
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
    await expect(page.locator('main')).toContainText(role)
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
  await expect(page.locator('main')).toContainText('Sophie Renault')
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  const confirm = page.locator('#kc-logout')
  await expect(confirm.or(page.getByRole('button', { name: 'Se connecter' }))).toBeVisible()
  if (await confirm.isVisible()) await confirm.click()
  await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible()
})

test('what is typed when the session ends is sent once, as the agent, after the next login', async ({ page: unused, browser, request }) => {
  const house = await aHouse(browser, request, unused)
  await openSoon(house)
  // A login of its own, since it ends here: the one that the tests share goes on.
  const context = await browser.newContext()
  const page = await context.newPage()
  await enter(page, 'claire.moyaux')
  const bookings: (string | undefined)[] = []
  page.on('request', (sent) => {
    if (sent.method() === 'POST' && sent.url().endsWith('/api/v1/bookings')) bookings.push(sent.headers().authorization)
  })
  await page.goto(`/equipe/maisons/${house.id}/rendez-vous`)
  await page.getByRole('combobox').pressSequentially(errandOf(house).title.fr)
  await page.getByRole('option').first().click()
  await page.locator('[data-at]').first().click()
  await page.getByLabel('Prénom').fill('Jeanne')
  await page.getByLabel(/^Nom/).fill('Interrompue')
  await endSession(page)
  await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  const over = page.getByRole('dialog', { name: 'Connectez-vous pour continuer' })
  await expect(over).toContainText('Votre session est terminée')
  await expectSound(page, 'the end of a session')
  expect(bookings).toEqual([])

  const [login] = await Promise.all([context.waitForEvent('page'), over.getByRole('button', { name: 'Se connecter' }).click()])
  await login.locator('#password').fill(process.env.DEMO_PASSWORD ?? 'porte-ouverte-demo')
  await login.locator('#kc-login').click()
  await expect(page.getByRole('heading', { name: 'C’est noté' })).toBeVisible()
  expect(bookings).toHaveLength(1)
  expect(bookings[0]).toMatch(/^Bearer /)
  await context.close()
})

/** As another device of the agent does, or Keycloak itself after a night; the token in the tab is old by then. */
async function endSession(page: Page): Promise<void> {
  const ended = await page.evaluate(async () => {
    const key = Object.keys(sessionStorage).find((one) => one.startsWith('oidc.user:'))!
    const [, authority, client] = /^oidc\.user:(.+):([^:]+)$/.exec(key)!
    const user = JSON.parse(sessionStorage.getItem(key)!)
    const body = new URLSearchParams({ client_id: client!, refresh_token: user.refresh_token })
    const { status } = await fetch(`${authority}/protocol/openid-connect/logout`, { method: 'POST', body })
    sessionStorage.setItem(key, JSON.stringify({ ...user, expires_at: 1 }))
    return status
  })
  expect(ended).toBe(204)
}

test('two tabs of one login renew it at the same moment, and both go on', async ({ page, context }) => {
  await logIn(page, 'claire.moyaux')
  const kept = await page.evaluate(() => {
    const [key, text] = Object.entries(sessionStorage).find(([one]) => one.startsWith('oidc.user:'))!
    return [key, JSON.stringify({ ...JSON.parse(text), expires_at: 1 })] as const
  })
  // As a browser duplicates a tab: with what the tab keeps.
  const tabs = [page, await context.newPage()]
  const renewals: number[] = []
  context.on('response', (answer) => answer.url().endsWith('/protocol/openid-connect/token') && renewals.push(answer.status()))
  for (const tab of tabs) {
    await tab.goto('/confidentialite')
    await tab.evaluate(([key, text]) => sessionStorage.setItem(key, text), kept)
  }
  await Promise.all(tabs.map((tab) => tab.goto('/equipe')))
  for (const tab of tabs) await expect(tab.getByRole('heading', { level: 1, name: /^Bonjour / })).toBeVisible()
  expect(renewals).toEqual([200])
})

test('a screen that nobody touches locks in all tabs, and the password brings the typed words back', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } })
  // The installation's own setting, but seconds instead of minutes.
  await context.route('**/api/v1/configuration', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), lockSeconds: 6 } })
  })
  const page = await context.newPage()
  await logIn(page, 'claire.moyaux')
  const kept = await page.evaluate(() => Object.entries(sessionStorage).find(([key]) => key.startsWith('oidc.user:'))!)
  const other = await context.newPage()
  await other.addInitScript(([key, text]) => (sessionStorage[key!] ??= text), kept)
  await other.goto('/equipe')
  await expect(other.getByRole('button', { name: 'Se déconnecter' })).toBeVisible()
  await page.getByRole('link', { name: 'Rendez-vous', exact: true }).first().click()
  await page.getByRole('combobox').pressSequentially('per')

  await expect(page.getByText('L’écran se verrouille bientôt')).toBeVisible()
  await expectSound(page, 'the word before the lock')
  const lock = { name: 'Écran verrouillé' }
  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', lock)).toBeVisible()
    expect(await tab.evaluate(() => document.querySelectorAll('#staff-page, main input').length)).toBe(0)
    expect(await tab.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('oidc.user:')))).toEqual([])
  }
  await expect(page.getByRole('heading', lock)).toBeFocused()
  await expectSoundAtBoth(page, 'a locked screen')

  await page.keyboard.press('Tab')
  const [login] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')])
  await login.locator('#password').fill(process.env.DEMO_PASSWORD ?? 'porte-ouverte-demo')
  await login.locator('#kc-login').click()
  await expect(page.getByRole('combobox')).toHaveValue('per')
  await expect(other.getByRole('button', { name: 'Se déconnecter' })).toBeVisible()
  await context.close()
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

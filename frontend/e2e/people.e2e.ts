import { expect, type Page, test } from '@playwright/test'
import { expectSound } from './axe'
import { bearerOf, enter, logIn } from './login'

// A person comes and goes, through the real Keycloak: invited, with a password of their own, disabled.

async function invited(page: Page, username: string): Promise<void> {
  await page.goto('/equipe/agents/nouveau')
  await page.getByLabel('Prénom').fill('Paul')
  await page.getByLabel('Nom', { exact: true }).fill('Essai')
  await page.getByLabel('E-mail').fill(`${username}@example.org`)
  await page.getByLabel('Identifiant').fill(username)
  await page.getByRole('combobox', { name: /Sées/ }).selectOption('clerk')
  await expectSound(page, 'the form of an invitation')
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await expect(page.getByText('L’agent est inscrit, et l’invitation part.')).toBeVisible()
}

/** The link of the newest mail to somebody, as the machine kept it. */
async function linkOf(page: Page, username: string): Promise<string> {
  const mails = async () => {
    const { items } = await (await page.request.get('/api/v1/local-outbox')).json()
    return items.filter((one: { kind: string; text: string }) => one.kind === 'agentInvited' && one.text.includes(username))
  }
  await expect.poll(async () => (await mails()).length, { timeout: 30_000 }).toBeGreaterThan(0)
  return /\/equipe\/invitation\/\S+/.exec((await mails())[0].text)![0]
}

test('a manager invites somebody, who takes a password, chooses another, works, and is disabled at once', async ({ page, browser }) => {
  test.slow()
  const username = `essai.${Date.now()}`
  await enter(page, 'marc.normandie')
  await invited(page, username)

  const theirs = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
  await theirs.goto(await linkOf(page, username))
  // The login learns of somebody a moment after they were invited: until then the page says to press again.
  await expect(async () => {
    const take = theirs.getByRole('button', { name: 'Recevoir mon mot de passe' })
    if (await take.isVisible()) await take.click()
    await expect(theirs.locator('code')).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
  const once = await theirs.locator('code').innerText()
  await expectSound(theirs, 'a password for one login')
  await theirs.getByRole('button', { name: 'Se connecter' }).click()
  await theirs.locator('#username').fill(username)
  await theirs.locator('#password').fill(once)
  await theirs.locator('#kc-login').click()
  await theirs.locator('#password-new').fill('une-phrase-a-moi-2026')
  await theirs.locator('#password-confirm').fill('une-phrase-a-moi-2026')
  await theirs.locator('[type=submit]').first().click()
  await theirs.waitForURL(/\/equipe/)
  await expect(theirs.getByText('Paul Essai')).toBeVisible()

  await page.reload()
  await expect(page.getByText('Actif', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Désactiver' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Désactiver' }).click()
  await expect(page.getByText('L’agent est désactivé.')).toBeVisible()
  await theirs.goto('/equipe')
  await expect(theirs.getByText('Votre compte a été désactivé.', { exact: false })).toBeVisible()
  await expect(async () => {
    const bearer = await theirs.evaluate(() => Object.values(sessionStorage).map(String).find((kept) => kept.includes('refresh_token')))
    const { refresh_token } = JSON.parse(bearer!)
    const { oidc } = await (await page.request.get('/api/v1/configuration')).json()
    const form = { grant_type: 'refresh_token', client_id: oidc.clientId, refresh_token }
    expect((await page.request.post(`${oidc.authority}/protocol/openid-connect/token`, { form })).status()).toBe(400)
  }).toPass({ timeout: 30_000 })
})

for (const width of [390, 1280]) {
  test(`the staff’s frame and the agents are sound at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await enter(page, 'marc.normandie')
    await page.goto('/equipe/agents')
    await expect(page.locator('#staff-page').getByRole('link', { name: 'Marc Duval' })).toBeVisible()
    await expectSound(page, 'the agents')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.getByRole('button', { name: 'Toutes les pages' }).press('Enter')
    await expect(page.locator('#staff-menu a').first()).toBeFocused()
    await expectSound(page, 'the menu')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Toutes les pages' })).toBeFocused()
  })
}

test('“Se connecter” asks for the password again', async ({ page }) => {
  await logIn(page, 'claire.moyaux')
  await page.evaluate(() => sessionStorage.clear())
  await page.goto('/equipe')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.locator('#password')).toBeVisible()
})

test('whoever is in no register is no agent, whatever Keycloak says', async ({ browser, request }) => {
  const claire = await bearerOf(browser, request, 'claire.moyaux')
  const agents = await request.get('/api/v1/agents', { headers: { Authorization: `Bearer ${claire}` } })
  expect(agents.status()).toBe(403)
})

test('who is deleted in Keycloak stays gone until somebody brings them back', async ({ browser, request }) => {
  test.slow()
  const { oidc } = await (await request.get('/api/v1/configuration')).json()
  const secret = process.env.ACCOUNTS_CLIENT_SECRET
  test.skip(!secret, 'ACCOUNTS_CLIENT_SECRET is not set')
  const form = { grant_type: 'client_credentials', client_id: 'porte-ouverte-accounts', client_secret: secret! }
  const service = async () => ({ Authorization: `Bearer ${(await (await request.post(`${oidc.authority}/protocol/openid-connect/token`, { form })).json()).access_token}` })
  const users = `${oidc.authority.replace('/realms/', '/admin/realms/')}/users`
  const known = async () => (await request.get(`${users}?username=${username}&exact=true`, { headers: await service() })).json()
  const admin = { Authorization: `Bearer ${await bearerOf(browser, request, 'admin.reseau')}` }
  const username = `essai.parti${Date.now()}`
  const draft = { username, firstName: 'Luc', lastName: 'Essai', assignments: [{ role: 'integrator' }] }
  const { id } = await (await request.post('/api/v1/agents', { headers: admin, data: draft })).json()
  const now = () => request.get(`/api/v1/agents/${id}`, { headers: admin })
  const tag = async () => ({ ...admin, 'If-Match': (await now()).headers().etag! })
  await expect.poll(async () => (await (await now()).json()).loginPending, { timeout: 30_000 }).toBe(false)

  const [user] = await known()
  expect((await request.delete(`${users}/${user.id}`, { headers: await service() })).status()).toBe(204)
  // A change of the row makes the two be compared again, as each start does.
  expect((await request.put(`/api/v1/agents/${id}`, { headers: await tag(), data: { ...draft, lastName: 'Essai-Deux' } })).status()).toBe(200)
  await expect.poll(async () => (await (await now()).json()).standing, { timeout: 30_000 }).toBe('disabled')
  expect(await known()).toEqual([])

  expect((await request.post(`/api/v1/agents/${id}/return`, { headers: await tag() })).status()).toBe(200)
  await expect.poll(async () => (await known()).length, { timeout: 30_000 }).toBe(1)
})

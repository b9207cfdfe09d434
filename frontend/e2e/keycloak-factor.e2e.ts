import { type Browser, expect, type Page, test } from '@playwright/test'
import type { TOTP } from 'otpauth'
import { expectSoundAtBoth } from './axe'
import { prepareFactor } from './factor'
import { awaitMailAbout } from './mailbox'
import { addAgent } from './operator'

// A second factor for admins, and logins by another provider: both were told to a realm that was there (see suites.sh).

const PASSWORD = 'une-phrase-a-moi-2026'
const CODE = 'Code à six chiffres de votre téléphone'

async function toLogin(page: Page): Promise<void> {
  await page.goto('/equipe')
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

async function withPassword(browser: Browser, username: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })).newPage()
  await toLogin(page)
  await page.locator('#username').fill(username)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('#kc-login').click()
  return page
}

async function atWork(page: Page, name: string): Promise<void> {
  await page.waitForURL(/\/equipe$/)
  await expect(page.getByText(name, { exact: true })).toBeVisible()
}

test('who becomes an admin prepares a second factor at the next login, and gives it at each one', async ({ page, browser, request }) => {
  test.slow()
  const username = `essai.facteur${Date.now()}`
  const email = `${username}@example.org`
  const agent = await addAgent(request, { username, email, firstName: 'Fanny', lastName: 'Facteur', role: 'integrator' })
  await toLogin(page)
  await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click()
  await page.locator('#username').fill(email)
  await page.getByRole('button', { name: 'Continuer' }).click()
  const mail = await awaitMailAbout(request, email, 'Votre mot de passe')
  await page.goto(mail.links.find((link) => link.includes('action-token'))!)
  await page.locator('#password-new').fill(PASSWORD)
  await page.locator('#password-confirm').fill(PASSWORD)
  await page.getByRole('button', { name: 'Continuer' }).click()
  await atWork(page, 'Fanny Facteur')

  await agent.become('admin')
  let totp: TOTP | undefined
  // Keycloak hears of it a moment later.
  await expect(async () => {
    const first = await withPassword(browser, username)
    await expect(first.getByRole('heading', { name: 'Une seconde preuve que c’est vous' })).toBeVisible({ timeout: 3_000 })
    await expectSoundAtBoth(first, 'a second factor is prepared')
    totp = await prepareFactor(first)
    await atWork(first, 'Fanny Facteur')
    await first.context().close()
  }).toPass({ timeout: 60_000 })

  const next = await withPassword(browser, username)
  await expect(next.getByLabel(CODE)).toBeFocused()
  await expectSoundAtBoth(next, 'a second factor is asked for')
  await next.getByLabel(CODE).fill('000000')
  await next.locator('#kc-login').click()
  await expect(next.getByText('Ce n’est pas le bon code.', { exact: false })).toBeVisible()
  // A code serves once: this is the next one, which a clock that goes a little wrong may show already.
  await next.getByLabel(CODE).fill(totp!.generate({ timestamp: Date.now() + 30_000 }))
  await next.locator('#kc-login').click()
  await atWork(next, 'Fanny Facteur')
  await next.context().close()
})

/** At the other provider, from our login. */
async function byProvider(page: Page, username: string): Promise<void> {
  await toLogin(page)
  await page.getByRole('link', { name: 'Un autre service' }).click()
  await page.waitForURL(/\/realms\/provider\//)
  await page.locator('#username').fill(username)
  await page.locator('#password').fill('only-for-tests-2026')
  await page.locator('#kc-login').click()
}

test('an invited agent logs in by another provider, as the person of that verified address', async ({ page, request }) => {
  const username = `essai.camille${Date.now()}`
  await addAgent(request, { username, email: 'camille.invitee@example.org', firstName: 'Camille', lastName: 'Invitée', role: 'integrator' })
  await toLogin(page)
  await expect(page.getByRole('link', { name: 'Un autre service' })).toBeVisible()
  await expectSoundAtBoth(page, 'a login with another provider')
  await byProvider(page, 'camille')
  await atWork(page, 'Camille Invitée')
  await expect(page.getByTitle(username)).toBeVisible()
})

for (const [stranger, who] of [
  ['claire.moyaux', 'a stranger who is called there as an agent is here'],
  ['pretend', 'who has not shown there that the address is theirs'],
] as const) {
  test(`${who} gets no account`, async ({ page, request }) => {
    if (stranger === 'pretend') {
      const agent = { username: `essai.paul${Date.now()}`, email: 'paul.menteur@example.org', firstName: 'Paul', lastName: 'Vrai', role: 'integrator' }
      await addAgent(request, agent)
    }
    await byProvider(page, stranger)
    await expect(page.getByRole('heading', { name: 'Connexion de l’équipe' }).or(page.getByRole('heading', { name: 'La connexion ne peut pas continuer' }))).toBeVisible()
    await expect(page.locator('.pf-v5-c-alert, #kc-error-message')).toBeVisible()
    await page.goto('/equipe')
    await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible()
  })
}

import { type Browser, expect, type Page, test } from '@playwright/test'
import type { TOTP } from 'otpauth'
import { expectSoundAtBoth } from './axe'
import { prepareFactor } from './factor'
import { addAgent, givePassword } from './operator'
import { giveLock, preparePasskey } from './passkey'

// A second factor for admins, and logins by another provider: both were told to a realm that was there (see suites.sh).

const PASSWORD = 'une-phrase-a-moi-2026'
const CODE = 'Code à six chiffres de votre téléphone'

async function toLogin(page: Page): Promise<void> {
  await page.goto('/equipe')
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

async function giveNameAndPassword(page: Page, username: string): Promise<void> {
  await page.locator('#password').fill(PASSWORD)
  // Who is known already gives the password only.
  const name = page.locator('input#username:not([type=hidden])')
  if (await name.count()) await name.fill(username)
  await page.locator('#kc-login').click()
}

async function withPassword(browser: Browser, username: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })).newPage()
  await toLogin(page)
  await giveNameAndPassword(page, username)
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
  await givePassword(request, username, PASSWORD)
  await toLogin(page)
  await giveNameAndPassword(page, username)
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

async function givePasskey(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click()
}

test('who has to prepare a second factor may choose a passkey, logs in with it, and adds and removes factors on a page of ours', async ({ page, request }) => {
  test.slow()
  const username = `essai.cle${Date.now()}`
  await addAgent(request, { username, email: `${username}@example.org`, firstName: 'Clémence', lastName: 'Clé', role: 'admin' })
  await givePassword(request, username, PASSWORD)
  await giveLock(page)

  await test.step('a passkey instead of a code', async () => {
    await toLogin(page)
    await giveNameAndPassword(page, username)
    await page.getByRole('link', { name: 'Utiliser plutôt une clé d’accès' }).click()
    await giveNameAndPassword(page, username)
    await expect(page.getByRole('heading', { name: 'Enregistrer une clé d’accès' })).toBeVisible()
    await expectSoundAtBoth(page, 'a passkey is prepared')
    await preparePasskey(page, 'La clé de l’accueil')
    await atWork(page, 'Clémence Clé')
  })

  await test.step('the next login asks for it', async () => {
    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await giveNameAndPassword(page, username)
    await expect(page.getByRole('heading', { name: 'Votre clé d’accès' })).toBeVisible()
    await expectSoundAtBoth(page, 'a passkey is asked for')
    await givePasskey(page)
    await atWork(page, 'Clémence Clé')
  })

  await test.step('a code beside it', async () => {
    await page.getByRole('link', { name: 'Clémence Clé' }).click()
    await expect(page.getByText('La clé de l’accueil')).toBeVisible()
    await expectSoundAtBoth(page, 'my login')
    await page.getByRole('button', { name: 'Ajouter un code du téléphone' }).click()
    await giveNameAndPassword(page, username)
    await givePasskey(page)
    await prepareFactor(page)
    await expect(page.getByText('Le téléphone', { exact: true })).toBeVisible()
  })

  await test.step('the passkey goes', async () => {
    await page.getByRole('button', { name: 'Retirer : La clé de l’accueil' }).click()
    await giveNameAndPassword(page, username)
    await givePasskey(page)
    await expectSoundAtBoth(page, 'a factor is removed')
    await page.locator('#kc-accept').click()
    await expect(page.getByText('Le téléphone', { exact: true })).toBeVisible()
    await expect(page.getByText('La clé de l’accueil')).toHaveCount(0)
  })
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

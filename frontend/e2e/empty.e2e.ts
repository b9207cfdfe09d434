import { expect, type Page, test } from '@playwright/test'
import { expectSound, expectSoundAtBoth } from './axe'
import { plusDays, today } from './days'
import { prepareFactor } from './factor'

// An installation as production begins: nothing but a link in the log. Only where ./test has started one (EMPTY_LINK).

const USERNAME = 'ada.premiere'
const OWN = 'une-phrase-a-moi-2026'

async function logInWith(page: Page, username: string, password: string): Promise<void> {
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.locator('#username').fill(username)
  await page.locator('#password').fill(password)
  await page.locator('#kc-login').click()
}

async function becomeFirst(page: Page): Promise<void> {
  await page.goto(process.env.EMPTY_LINK!)
  await expectSoundAtBoth(page, 'the first administrator')
  await page.getByLabel('Prénom').fill('Ada')
  await page.getByLabel('Nom', { exact: true }).fill('Première')
  await page.getByLabel('Identifiant').fill(USERNAME)
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByRole('button', { name: 'Devenir administrateur' }).click()
  await logInWith(page, USERNAME, await page.locator('code').innerText())
  // Admins log in with a second factor, unless the installation says otherwise.
  await prepareFactor(page)
  await page.locator('#password-new').fill(OWN)
  await page.locator('#password-confirm').fill(OWN)
  await page.locator('[type=submit]').first().click()
  await page.waitForURL(/\/equipe/)
  await expect(page.getByText('Ada Première', { exact: true })).toBeVisible()
}

/** Small files with what the official lists have: the API's own tests read the same. */
async function importHouses(page: Page): Promise<void> {
  for (const kind of ['communes', 'sites']) {
    await page.goto('/equipe/imports')
    await expectSound(page, `the first steps, before the ${kind}`)
    await page.locator(`#file-${kind}`).setInputFiles(`../backend/src/test/resources/imports/${kind}.csv`)
    await page.getByRole('button', { name: 'Appliquer' }).click()
    await expect(page.getByText('appliqué', { exact: true })).toBeVisible()
  }
  await expectSound(page, 'an import')
}

async function importCatalogue(page: Page): Promise<void> {
  await page.goto('/equipe/registres')
  await page.getByRole('button', { name: 'Voir ce qui changerait' }).click()
  await expect(page.getByText(/\d+ nouvelles lignes/)).toBeVisible()
  await page.getByRole('button', { name: 'Importer', exact: true }).click()
  await expect(page.getByText(/C’est importé/)).toBeVisible()
  await expectSound(page, 'the registers')
}

async function planTomorrow(page: Page, house: string): Promise<void> {
  await page.goto(`/equipe/maisons/${house}/permanences/nouvelle?date=${plusDays(today(), 1)}`)
  await page.getByLabel('Des dates une par une').check()
  await page.locator('#permanence-from').fill('00:00')
  await page.locator('#permanence-to').fill('23:55')
  await page.getByLabel(/permis de conduire/i).first().check()
  await page.getByRole('button', { name: 'Créer la permanence' }).click()
  await expect(page.getByText(/La permanence est créée/)).toBeVisible()
}

async function addCounter(page: Page, house: string): Promise<void> {
  await page.goto(`/equipe/maisons/${house}/reglages`)
  await page.getByRole('button', { name: 'Ajouter un guichet' }).click()
  await page.getByLabel('Nom du guichet').fill('Guichet 1')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).first().click()
  await expect(page.getByText('Guichet 1 est enregistré.')).toBeVisible()
}

async function bookOnline(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('combobox').fill('14590')
  await page.getByRole('option').first().click()
  await page.getByRole('searchbox').fill('permis')
  await page.getByRole('link', { name: /permis de conduire/i }).first().click()
  await page.getByRole('link', { name: 'Voir les heures – Maison de Moyaux' }).click()
  await page.getByRole('button', { name: /^\S+ \d+\S* \S+ à/ }).first().click()
  await page.getByLabel('Prénom').fill('Jeanne')
  await page.getByLabel('Nom', { exact: true }).fill('Essai')
  await page.getByLabel('Ne pas me prévenir').check()
  await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'C’est noté !' })).toBeVisible()
}

/** At whatever hour the test runs: while the house is closed, the clerk says why. */
async function giveAndCall(page: Page, house: string): Promise<void> {
  await page.goto(`/equipe/maisons/${house}`)
  await page.getByRole('button', { name: /^(Ouvrir|Prendre) : Guichet 1/ }).click()
  await page.getByRole('button', { name: 'Donner un numéro' }).click()
  await page.getByLabel('Démarche', { exact: true }).fill('permis')
  await page.getByRole('radio').or(page.getByRole('option')).first().click()
  const why = page.getByLabel('Pourquoi donner ce numéro quand même ?')
  if (await why.isVisible()) await why.fill('Essai de l’ouverture')
  await page.getByRole('button', { name: 'Donner le numéro' }).click()
  await expect(page.getByRole('dialog', { name: 'Numéro donné' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Appeler le suivant' }).click()
  await expect(page.getByRole('region', { name: 'Guichet 1' }).locator('.number')).toHaveText(/^[A-Z]\d{3}$/)
}

test('from nothing to a booked appointment and a called number', async ({ page, browser }) => {
  test.slow()
  await page.setViewportSize({ width: 1280, height: 800 })
  await test.step('the first administrator', () => becomeFirst(page))
  await test.step('the houses and the communes', () => importHouses(page))
  await test.step('the national catalogue', () => importCatalogue(page))
  const { items } = await (await page.request.get('/api/v1/sites?near=14590')).json()
  const house: string = items.find(({ name }: { name: string }) => name === 'Maison de Moyaux').id
  await test.step('a permanence', () => planTomorrow(page, house))
  await test.step('a counter', () => addCounter(page, house))
  const visitor = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
  await test.step('a resident books', () => bookOnline(visitor))
  await test.step('a number is called', () => giveAndCall(page, house))
})

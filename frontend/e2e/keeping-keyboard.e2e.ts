import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectSoundAtBoth } from './axe'
import { press, pressSeen, tabTo, typeOver } from './keyboard'
import { agentApi, bearerOf, enter } from './login'

// Who keeps the registers, with the keyboard alone: no press of a mouse, only Tab, letters and Enter. What is changed is put back.

const WIDE = { width: 1280, height: 800 }

async function sound(page: Page, what: string): Promise<void> {
  await expectSoundAtBoth(page, what)
  await page.setViewportSize(WIDE)
}

/** By the staff's menu, from wherever the page is. */
async function goBy(page: Page, way: string, title: string): Promise<void> {
  await page.goto('/equipe')
  await pressSeen(page, page.getByRole('button', { name: 'Toutes les pages' }))
  await pressSeen(page, page.locator('#staff-menu').getByRole('link', { name: way, exact: true }))
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

async function choose(page: Page, field: Locator, name: string, text: string): Promise<void> {
  await tabTo(page, field)
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

/** “No” has the focus of the question; “yes” stands before it. */
async function answerYes(page: Page, yes: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await tabTo(page, dialog.getByRole('button', { name: yes }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
}

test.beforeEach(async ({ page }) => {
  // From the start: who only listens as the key is pressed comes too late for the browser's own window.
  page.on('filechooser', () => {})
  await page.setViewportSize(WIDE)
})

test('a row of a register is changed and put back by keyboard', async ({ page }) => {
  await enter(page, 'admin.reseau')
  await goBy(page, 'Registres et catalogue', 'Registres')
  await pressSeen(page, page.getByRole('link', { name: /^Thèmes/ }))
  const first = page.getByRole('rowheader').getByRole('link').first()
  await pressSeen(page, first)
  const name = page.getByLabel('Nom en anglais')
  await expect(name).toBeVisible()
  const before = await name.inputValue()
  await typeOver(page, name, `${before} (essai)`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('C’est enregistré.')).toBeVisible()
  await sound(page, 'a row that was saved by keyboard')
  // The way back fills the form; it is saved as any change.
  await pressSeen(page, page.getByRole('button', { name: /^Revenir à la version du/ }).first())
  await expect(name).toHaveValue(before)
  await pressSeen(page, page.getByRole('button', { name: 'Enregistrer', exact: true }))
  await expect(page.getByText('C’est enregistré.')).toBeVisible()
})

test('an agent is invited, and disabled, by keyboard', async ({ page }) => {
  const username = `essai.clavier${Date.now()}`
  await enter(page, 'marc.normandie')
  await goBy(page, 'Les agents', 'Les agents')
  await pressSeen(page, page.getByRole('link', { name: 'Inviter un agent' }))
  await typeOver(page, page.getByLabel('Prénom'), 'Paul')
  await typeOver(page, page.getByLabel('Nom', { exact: true }), 'Clavier')
  await typeOver(page, page.getByLabel('E-mail'), `${username}@example.org`)
  await typeOver(page, page.getByLabel('Identifiant'), username)
  const role = page.getByRole('combobox', { name: /Sées/ })
  await tabTo(page, role)
  await page.keyboard.press('ArrowDown')
  await expect(role).not.toHaveValue('')
  await sound(page, 'an invitation that is written by keyboard')
  await pressSeen(page, page.getByRole('button', { name: 'Envoyer l’invitation' }))
  await expect(page.getByText('L’agent est inscrit, et l’invitation part.')).toBeVisible()
  await pressSeen(page, page.getByRole('button', { name: 'Désactiver', exact: true }))
  await answerYes(page, 'Désactiver')
  await expect(page.getByText('L’agent est désactivé.')).toBeVisible()
})

test('a table of agents is brought in, and taken back as a whole, by keyboard', async ({ page, browser }) => {
  const admin = agentApi(page.request, await bearerOf(browser, page.request, 'admin.reseau'))
  const username = `essai.import${Date.now()}`
  await enter(page, 'admin.reseau')
  await goBy(page, 'Les agents', 'Les agents')
  await press(page, page.locator('summary').filter({ hasText: 'Tableau' }))
  await choose(page, page.getByLabel('Rapporter un fichier CSV'), 'agents.csv', `username;lastName;firstName;email;assignments\n${username};Import;Paul;${username}@example.org;integrator\n`)
  await pressSeen(page, page.getByRole('button', { name: 'Importer', exact: true }))
  await expect(page.getByText(/^C’est importé : 1/)).toBeVisible()
  await sound(page, 'a table of agents that was brought in')

  await goBy(page, 'Premiers pas et imports', 'Imports')
  const imports = page.getByRole('region', { name: 'Tableaux d’agents importés' })
  await pressSeen(page, imports.getByRole('button', { name: /^Annuler cet import/ }).first())
  await answerYes(page, 'Annuler cet import')
  await expect(imports.getByText('L’import est annulé : tout le monde est comme avant.')).toBeVisible()
  await sound(page, 'a table of agents that was taken back')
  const { items } = await admin('GET', `/agents?q=${username}`)
  expect(items[0]).toMatchObject({ username, standing: 'disabled' })
})

test('a list of houses is looked at, applied and taken back by keyboard', async ({ page, browser }) => {
  const admin = agentApi(page.request, await bearerOf(browser, page.request, 'admin.reseau'))
  const name = `Maison du clavier ${Date.now()}`
  const columns = 'id_fs,insee_dep,lib_fs,adresse,complement_adresse,insee_com,code_postal,lib_com,latitude,longitude,mail,telephone,h_lundi,h_mardi,h_mercredi,h_jeudi,h_vendredi,h_samedi,prise_rdv,commentaire,type_fs,format_fs,groupe_fs,labellisation_fs'
  const row = `99${Date.now() % 100_000},14,${name},6 rue Exemple,,14460,14590,Moyaux,49.1953,0.3525,accueil@exemple.fr,02 61 91 00 01,09:00 - 12:00,,,,,,Oui,,Principal,Fixe,,Espace labellisé 01/01/2020`
  const found = async () => (await admin('GET', `/sites/register?q=${encodeURIComponent(name)}`)).items.length
  await enter(page, 'admin.reseau')
  await goBy(page, 'Premiers pas et imports', 'Imports')
  await choose(page, page.locator('#file-sites'), 'maisons.csv', `${columns}\n${row}\n`)
  await pressSeen(page, page.getByRole('button', { name: 'Appliquer' }))
  await expect(page.getByText('appliqué', { exact: true })).toBeVisible()
  await expect(page.locator('#import-state')).toBeFocused()
  expect(await found()).toBe(1)
  await pressSeen(page, page.getByRole('button', { name: 'Annuler cet import' }))
  await answerYes(page, 'Annuler cet import')
  await expect(page.getByText('L’import est annulé : tout est comme avant.')).toBeVisible()
  await sound(page, 'a list of houses that was taken back')
  expect(await found()).toBe(0)
})

test('a procedure is adapted, and is the network’s again, by keyboard', async ({ page }) => {
  await enter(page, 'marc.normandie')
  await goBy(page, 'Démarches de la maison', 'Démarches de la maison')
  const line = page.getByRole('listitem').filter({ hasText: 'Comme le réseau' })
  await pressSeen(page, line.getByRole('link').first())
  await typeOver(page, page.getByLabel(/^Précision de la maison/), 'Sonnez à droite.')
  await pressSeen(page, page.getByRole('button', { name: 'Enregistrer', exact: true }))
  await expect(page.getByText('C’est enregistré. Le public le lit dès maintenant.')).toBeVisible()
  await sound(page, 'a procedure that was adapted by keyboard')
  await pressSeen(page, page.getByRole('button', { name: 'Revenir à la valeur nationale' }))
  await expect(page.getByText('La démarche est de nouveau comme le réseau la dit.')).toBeVisible()
})

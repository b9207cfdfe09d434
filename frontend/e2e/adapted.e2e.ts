import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectSoundAtBoth } from './axe'
import { agentApi, bearerOf, enter } from './login'

// What a house does otherwise than the network, and its agents as a table. Whatever is changed here is put back.

const WIDE = { width: 1280, height: 800 }

/** Where the house of Marc's is adapted, and a procedure of its permanences. */
async function hisProcedure(browser: Browser, page: Page) {
  const marc = agentApi(page.request, await bearerOf(browser, page.request, 'marc.normandie'))
  const { id } = (await marc('GET', '/me')).sites.find(({ name }: { name: string }) => /Sées/.test(name))
  const { items } = await marc('GET', `/sites/${id}/adaptations`)
  // Of a permanence that ends before a day's length is over.
  const one = items.find(({ adapted, servedByHouse }: { adapted: boolean; servedByHouse: boolean }) => !adapted && !servedByHouse)
  return { marc, id: id as string, one }
}

test('a manager adapts a procedure, hears where it lasts too long, and goes back to the network’s', async ({ page, browser }) => {
  const { marc, id, one } = await hisProcedure(browser, page)
  const title = one.procedure.title.fr as string
  const path = `/procedures?site=${id}`
  const publicly = async () => (await (await page.request.get(`/api/v1${path}`)).json()).items.find(({ code }: { code: string }) => code === one.procedure.code)?.durationMinutes
  await page.setViewportSize(WIDE)
  await enter(page, 'marc.normandie')
  await page.goto(`/equipe/maisons/${id}/demarches`)
  const line = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) })
  await expect(line).toContainText('Comme le réseau')
  await expectSoundAtBoth(page, 'the procedures of a house')
  await page.setViewportSize(WIDE)
  await line.getByRole('link', { name: title, exact: true }).click()
  const minutes = page.getByLabel(/^Durée ici, en minutes/)
  await expect(minutes).toHaveValue('')
  await expectSoundAtBoth(page, 'a procedure of a house')
  await page.setViewportSize(WIDE)

  await minutes.fill('475')
  await page.getByLabel(/^Précision de la maison/).fill('Sonnez à droite.')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByText('C’est enregistré. Le public le lit dès maintenant.')).toBeVisible()
  await expect(page.getByText('Cela dure plus longtemps que la permanence', { exact: false })).toBeVisible()
  await expectSoundAtBoth(page, 'a procedure that lasts longer than anybody sits')
  await page.setViewportSize(WIDE)
  expect(await publicly()).toBe(475)
  await page.getByRole('button', { name: 'Toutes les démarches de la maison' }).click()
  await expect(line).toContainText('Adaptée ici')
  await expect(line).toContainText('Trop longue')

  await line.getByRole('link', { name: title, exact: true }).click()
  const history = page.getByRole('region', { name: 'Historique' })
  await expect(history.getByRole('listitem').first()).toContainText('marc.normandie')
  await page.getByRole('button', { name: 'Revenir à la valeur nationale' }).click()
  await expect(page.getByText('La démarche est de nouveau comme le réseau la dit.')).toBeVisible()
  await expect(page.getByText('Cela dure plus longtemps', { exact: false })).toHaveCount(0)
  expect(await publicly()).toBe(one.network.durationMinutes)
  expect((await marc('GET', `/sites/${id}/adaptations/${one.procedure.id}`)).adapted).toBe(false)
})

test('the agents of a manager go out as a table, and come back looked at, refused line by line, or brought in', async ({ page }) => {
  await page.setViewportSize(WIDE)
  await enter(page, 'marc.normandie')
  await page.goto('/equipe/agents')
  await page.getByText('Tableau', { exact: true }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Enregistrer cette liste pour un tableur (CSV)' }).click()
  const table = readFileSync(await (await download).path(), 'utf8')
  const bring = (text: string) => page.getByLabel('Rapporter un fichier CSV').setInputFiles({ name: 'agents.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await bring(table)
  await expect(page.getByText('Rien : tout est déjà ainsi.')).toBeVisible()

  const name = `essai.tableau${Date.now()}`
  await bring(`${table}${name};Essai;Paul;;;clerk: nulle-part\r\n`)
  await expect(page.getByText(/^Ligne \d+, Rôles et maisons : La maison « nulle-part » n’existe pas\.$/)).toBeVisible()
  await expectSoundAtBoth(page, 'a table of agents with a wrong cell')
  await page.setViewportSize(WIDE)

  const house = /hugo\.sees;.*?clerk: ([\w-]+)/.exec(table)![1]!
  await bring(`${table}${name};Essai;Paul;${name}@example.org;;clerk: ${house}\r\n`)
  await expect(page.getByRole('rowheader', { name })).toBeVisible()
  await expectSoundAtBoth(page, 'what a table of agents would change')
  await page.setViewportSize(WIDE)
  await page.getByRole('button', { name: 'Importer', exact: true }).click()
  await expect(page.getByText(/^C’est importé : 1/)).toBeVisible()
  await page.getByRole('searchbox', { name: /Nom, identifiant/ }).fill(name)
  await page.getByRole('link', { name: 'Paul Essai' }).click()
  await expect(page.getByText('Situation : Invité')).toBeVisible()
  await page.getByRole('button', { name: 'Désactiver', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Désactiver' }).click()
  await expect(page.getByText('L’agent est désactivé.')).toBeVisible()
})

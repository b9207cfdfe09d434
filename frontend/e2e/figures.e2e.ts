import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { expectSoundAtBoth } from './axe'
import { plusDays } from './days'
import { aHouse, errandOf, type House, nowIn } from './house'
import { agentApi, bearerOf, enter, logIn } from './login'
import { drawn } from './mail'
import { addAgent } from './operator'
import { sheetsOf } from './paper'
import { aSession } from './session'

/** From paper, a moment ago, since today is counted as it stands: who waited for three minutes and was served, and who left. */
async function aDay(house: House): Promise<string> {
  const { day, time } = await nowIn(house)
  test.skip(time < '00:15', 'The day of the house has only begun: a moment ago was yesterday.')
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  const about = { procedureId: errandOf(house).id }
  const served = await house.clerk('POST', `/sites/${house.id}/late-entries`, { ...about, arrivedAt: ago(9), startedAt: ago(6), endedAt: ago(2), outcome: 'done' })
  await house.clerk('POST', `/sites/${house.id}/late-entries`, { ...about, arrivedAt: ago(8), outcome: 'left' })
  await house.clerk('PUT', `/tickets/${served.id}/attendance`, { outcome: 'attended', result: 'solved', insee: await communeNear(house) }, { version: 0 })
  return day
}

async function communeNear(house: House): Promise<string> {
  const { items } = await house.clerk('GET', '/communes?q=Lisieux')
  return items[0].insee
}

interface Row {
  key: string
  name: { fr: string; en: string }
  number: number
  before: number
}

/** The same month as the busiest house could have it: every table long, every half-hour from 8 to 19, two events. */
function full(figures: { sheets: { figure: string; rows: Row[] }[]; events: object[] }) {
  const row = (key: string, fr: string): Row => ({ key, name: { fr, en: fr }, number: 123, before: 99 })
  for (const sheet of figures.sheets) {
    if (sheet.figure === 'load') sheet.rows = Array.from({ length: 6 * 22 }, (_, i) => row(`${1 + (i % 6)}-${16 + Math.floor(i / 6)}`, ''))
    else if (sheet.rows.length < 8 && ['partners', 'procedures', 'papers', 'partnerSessions'].includes(sheet.figure)) sheet.rows = Array.from({ length: 12 }, (_, i) => row(`${i}`, i ? `Ligne ${i + 1}` : 'Demander une aide au logement ou la déclarer'))
    else for (const one of sheet.rows) one.number ||= 12
  }
  figures.events = ['a', 'b'].map((code) => ({ code, title: { fr: 'Semaine portes ouvertes', en: '' }, firstDate: '2026-11-02', lastDate: '2026-11-06', visitsBefore: 120, visitsAfter: 140, daysAfter: 12 }))
  return figures
}

async function savedBy(page: Page, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return readFileSync(await download.path(), 'utf8')
}
const table = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('the manager reads a day beside the day before, the days behind a number, the map, a file, and prints two sheets', async ({ browser, page: unused, request }) => {
  const house = await aHouse(browser, request, unused)
  const day = await aDay(house)
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await enter(page, 'marc.normandie')
  await page.goto(`/equipe/maisons/${house.id}/chiffres?periode=day&du=${day}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Chiffres de la maison' })).toBeVisible()
  await expect(page.getByText(/^Comparé aux jours du/)).toBeVisible()
  await expect(table(page, 'Temps d’attente').getByRole('row', { name: /Moins de 5 minutes/ }).getByRole('button')).toHaveText(/[1-9]/)
  const map = page.getByRole('img', { name: 'Communes des personnes' })
  await expect(map.locator('svg')).toBeVisible()
  await expect(map).toContainText(/Lisieux \(\d+ km\)/)
  await drawn(page)
  await expectSoundAtBoth(page, 'the figures of a house')

  const errand = errandOf(house).title.fr
  await table(page, 'Visites par démarche').getByRole('row', { name: errand }).getByRole('button', { name: /Voir les jours/ }).click()
  const days = page.getByRole('dialog', { name: errand })
  await expect(days.getByRole('row')).toHaveCount(2)
  await expectSoundAtBoth(page, 'the days behind a number')
  await days.getByRole('button', { name: 'Fermer' }).click()

  const file = await savedBy(page, () => page.getByRole('button', { name: 'Télécharger pour un tableur : Visites par démarche' }).click())
  expect(file.startsWith('\ufeff')).toBe(true)
  expect(file).toContain(errand)

  await page.goto(`/equipe/maisons/${house.id}/chiffres?periode=range&du=${plusDays(day, -6)}&au=${day}`)
  await expect(page.getByRole('img', { name: 'Personnes reçues chaque jour' }).locator('svg')).toBeVisible()
  await drawn(page)
  await expectSoundAtBoth(page, 'the figures of seven days')

  await page.goto(`/equipe/maisons/${house.id}/chiffres/rapport?mois=${day.slice(0, 7)}`)
  await expect(page.getByText(/la maison a reçu/)).toBeVisible()
  await drawn(page)
  await expectSoundAtBoth(page, 'the report of a month')
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(await sheetsOf(page)).toBe(2)
  await page.route('**/figures?*', async (route) => route.fulfill({ json: full(await (await route.fetch()).json()) }))
  await page.reload()
  await expect(page.getByText('Ligne 8', { exact: true }).first()).toBeVisible()
  expect(await sheetsOf(page), 'sheets of the fullest month').toBe(2)
  await context.close()
})

/** What the partner's page says of a house, by the heads of its columns; all zero where it is not there yet. */
async function rowOf(page: Page, house: string): Promise<Record<string, string>> {
  const rows = page.locator('table.plain').first().getByRole('row')
  const row = rows.filter({ has: page.getByRole('rowheader', { name: house, exact: true }) })
  if (!(await row.count())) return {}
  const heads = await rows.first().getByRole('columnheader').allInnerTexts()
  const cells = await row.getByRole('cell').allInnerTexts()
  return Object.fromEntries(cells.map((cell, at) => [heads[at + 1]!.trim(), cell.trim()]))
}

test('a partner reads how its own sessions went: what was booked and marked a moment ago is in the numbers, and nobody else’s are', async ({ browser, page: clerk, request }) => {
  const { house, day, session, book } = await aSession(browser, request, clerk)
  const { name } = await house.clerk('GET', `/sites/${house.id}`)
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await enter(page, 'sophie.caf')
  const look = async () => {
    await page.goto(`/partenaire/chiffres?periode=day&du=${day}`)
    await expect(page.getByRole('heading', { level: 1, name: 'Chiffres de vos permanences' })).toBeVisible()
    await drawn(page)
    await expect(page.getByRole('heading', { name: 'Maisons' }).or(page.getByText('Rien n’est compté pour ces jours.')).first()).toBeVisible()
    return rowOf(page, name)
  }
  const sophie = agentApi(request, await bearerOf(browser, request, 'sophie.caf'))
  const told = async () => {
    const { houses } = await sophie('GET', `/partner-figures?from=${day}&to=${plusDays(day, 1)}`)
    return houses.find(({ id }: { id: string }) => id === house.id)
  }
  const before = await told()
  const [here, gone] = [await book('Présente'), await book('Absente')]
  await sophie('PUT', `/bookings/${here.reference}/attendance`, { outcome: 'attended', result: 'solved' }, { version: 0 })
  await sophie('PUT', `/bookings/${gone.reference}/attendance`, { outcome: 'absent' }, { version: 0 })
  const { partner } = await sophie('GET', `/sessions/${session.id}`)
  expect(partner.code).toBe('caf')
  // How many came of those who were to: an appointment counts from its time on, a visit at once.
  const after = await told()
  expect(after.visits).toBe((before?.visits ?? 0) + 1)
  expect(after.noted).toBe((before?.noted ?? 0) + 1)
  expect(after.placesTaken - (before?.placesTaken ?? 0)).toBeGreaterThanOrEqual(2)
  const row = await look()
  expect(row['Places prises']).toMatch(new RegExp(`^${Math.round((100 * after.placesTaken) / after.placesOffered)}\\s%$`))
  expect(row['Permanences tenues']).toBe(`${after.sessionsHeld} sur ${after.sessions}`)
  expect(row['Venues']).toBe(String(after.attended))
  expect(row['Absentes']).toBe(String(after.absent))
  await expectSoundAtBoth(page, 'the figures of a partner')
  await expect(sophie('GET', '/network-figures')).rejects.toThrow('403')
  await expect(sophie('GET', `/sites/${house.id}/figures`)).rejects.toThrow('403')
  await context.close()
})

test('an observer of a département logs in, reads its houses without small numbers, and can do nothing', async ({ browser, page: clerk, request }) => {
  const house = await aHouse(browser, request, clerk)
  const username = `essai.prefecture${Date.now()}`
  await addAgent(request, { username, email: `${username}@example.org`, firstName: 'Olga', lastName: 'Préfecture', role: 'observer', departments: ['14'] })
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await logIn(page, username)
  await page.getByRole('link', { name: 'Chiffres du réseau' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Chiffres du département 14' })).toBeVisible()
  await expect(page.getByText('un nombre de personnes plus petit que 5 n’est pas dit', { exact: false })).toBeVisible()
  await expect(page.getByRole('rowheader').filter({ hasText: 'Moyaux' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Moyaux/ }), 'from there no way into a house').toHaveCount(0)
  await drawn(page)
  await expectSoundAtBoth(page, 'the figures of an observer')

  await test.step('a number that is not told is said so, on the screen and in its row', async () => {
    // A month that is over: the demo has none in which somebody came. What is hidden the server decides, and its own tests prove.
    await page.route('**/network-figures?*', async (route) => {
      const answer = await (await route.fetch()).json()
      for (const place of answer.places) Object.assign(place, { visits: undefined, visitsBefore: undefined, none: false })
      await route.fulfill({ json: answer })
    })
    await page.reload()
    await expect(page.getByRole('row', { name: /Moyaux.*non dit/ })).toBeVisible()
  })

  await test.step('and nothing else is theirs, on a page or by the API', async () => {
    for (const path of [`/equipe/maisons/${house.id}`, `/equipe/maisons/${house.id}/chiffres`, '/equipe/agents', '/equipe/logiciels']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1, name: 'Cette page n’est pas pour votre compte' }), path).toBeVisible()
    }
    const olga = agentApi(request, await bearerOf(browser, request, username))
    await expect(olga('GET', '/network-figures')).rejects.toThrow('403')
    await expect(olga('GET', '/network-figures?department=61')).rejects.toThrow('403')
    await expect(olga('GET', `/sites/${house.id}/figures`)).rejects.toThrow('403')
    await expect(olga('GET', `/sites/${house.id}/queue`)).rejects.toThrow('403')
    await expect(olga('POST', `/sites/${house.id}/counted-visits`, { channel: 'telephone' })).rejects.toThrow('403')
  })
  await context.close()
})

test('the network stands on a map of departments; from there to the houses of one', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await enter(page, 'admin.reseau')
  await page.goto('/equipe/reseau/chiffres')
  await expect(page.getByRole('img', { name: /^Carte des départements/ })).toBeVisible()
  await drawn(page)
  await expectSoundAtBoth(page, 'the figures of the network')
  await page.getByRole('link', { name: '14', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Chiffres du département 14' })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Carte des maisons/ }).locator('svg')).toBeVisible()
  await drawn(page)
  await expectSoundAtBoth(page, 'the figures of a department')
  await context.close()
})

import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { type AgentApi, agentApi, bearerOf, logIn } from './login'

export const MINE = 'Guichet 1'

/** The house of the demo's clerk with an empty queue and two open desks, and the clerk at its board. */
export interface House {
  id: string
  clerk: AgentApi
  admin: AgentApi
  procedures: { id: string; title: { fr: string } }[]
}

export async function aHouse(browser: Browser, request: APIRequestContext, page: Page): Promise<House> {
  const admin = agentApi(request, await adminBearer(browser))
  await logIn(page, 'claire.moyaux')
  const clerk = agentApi(request, await bearerOf(page))
  const id: string = (await clerk('GET', '/me')).sites[0].id
  await furnish(id, admin, clerk)
  const procedures = (await clerk('GET', `/procedures?site=${id}`)).items
  return { id, clerk, admin, procedures }
}

let kept = ''

/** Of the network's administrator, for what a test needs beforehand; from the last login while it is good for long enough. */
async function adminBearer(browser: Browser): Promise<string> {
  if (!kept || secondsLeft(kept) < 150) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await logIn(page, 'admin.reseau')
    kept = await bearerOf(page)
    await context.close()
  }
  return kept
}

function secondsLeft(bearer: string): number {
  const { exp } = JSON.parse(Buffer.from(bearer.split('.')[1]!, 'base64url').toString()) as { exp: number }
  return exp - Date.now() / 1000
}

/** Two desks for everybody, both open; whoever was left by another test goes home. */
async function furnish(id: string, admin: AgentApi, clerk: AgentApi): Promise<void> {
  const desks: { id: string; name: string }[] = (await admin('GET', `/sites/${id}/counters`)).items
  for (const name of [MINE, 'Guichet 2']) {
    if (!desks.some((desk) => desk.name === name)) desks.push(await admin('POST', `/sites/${id}/counters`, { name, serves: 'all', procedureIds: [] }))
  }
  const { waiting, present } = await clerk('GET', `/sites/${id}/queue`)
  for (const ticket of [...waiting, ...present]) await clerk('POST', `/tickets/${ticket.id}/leave`)
  for (const desk of desks) await clerk('POST', `/counters/${desk.id}/open`)
}

/** At the board, with the first desk as one's own. */
export async function atTheBoard(page: Page, house: House): Promise<void> {
  await page.goto(`/equipe/maisons/${house.id}`)
  await expect(page.getByText('en direct')).toBeVisible()
  const choose = page.getByRole('button', { name: `Prendre : ${MINE}` })
  await expect(choose.or(page.getByRole('region', { name: MINE }))).toBeVisible()
  if (await choose.isVisible()) await choose.click()
  await expect(page.getByRole('region', { name: MINE })).toBeVisible()
}

export function walkIn(house: House, procedure = 0) {
  return house.clerk('POST', `/sites/${house.id}/tickets`, { procedureId: house.procedures[procedure]!.id })
}

/** Appointments of today until midnight, so that the tests hold on any day; in its last minutes they say that they cannot. */
export async function openAllDay(house: House): Promise<{ procedure: House['procedures'][0] }> {
  const { date, now } = await house.clerk('GET', `/sites/${house.id}/queue`)
  test.skip(now.slice(11, 16) >= '23:30', 'The day of the house is nearly over: no slot is left.')
  const { sessions } = await house.clerk('GET', `/sites/${house.id}/agenda?date=${date}`)
  const whole = sessions.some(({ end }: { end: string }) => end.includes('T23:55'))
  const procedure = house.procedures.find(({ title }) => /permis/i.test(title.fr)) ?? house.procedures[0]!
  if (!whole) {
    await house.admin('POST', '/permanences', {
      siteId: house.id, procedures: [procedure.id], rrule: 'FREQ=DAILY', firstDate: date, untilDate: date, from: '00:05', to: '23:55',
      openOnHolidays: true, mode: 'both', slotMinutes: 10, capacity: 20, noticeMinutes: 0, horizonDays: 30, changeDeadlineMinutes: 0,
    })
  }
  return { procedure }
}

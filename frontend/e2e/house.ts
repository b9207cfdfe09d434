import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { plusDays } from './days'
import { type AgentApi, agentApi, bearerOf, enter } from './login'
import { changeSettings } from './mail'

export const MINE = 'Guichet 1'

/** The house of the demo's clerk with an empty queue and two open counters; the page is the clerk's. */
export interface House {
  id: string
  clerk: AgentApi
  admin: AgentApi
  procedures: { id: string; title: { fr: string } }[]
}

export async function aHouse(browser: Browser, request: APIRequestContext, page: Page): Promise<House> {
  const bearer = await bearerOf(browser, request, 'admin.reseau')
  const admin = agentApi(request, bearer)
  const clerk = agentApi(request, await bearerOf(browser, request, 'claire.moyaux'))
  await enter(page, 'claire.moyaux')
  const id: string = (await clerk('GET', '/me')).sites[0].id
  await furnish(id, admin, clerk)
  // At night nobody is written to: for the tests this house is never quiet.
  const { quietFrom } = await admin('GET', `/sites/${id}/message-settings`)
  if (quietFrom !== NEVER_QUIET.quietFrom) await changeSettings(request, id, bearer, NEVER_QUIET)
  const procedures = (await clerk('GET', `/procedures?site=${id}`)).items
  return { id, clerk, admin, procedures }
}

const NEVER_QUIET = { quietFrom: '03:00', quietTo: '03:00' }

/** Two counters for everybody, both open; whoever was left by another test goes home. */
async function furnish(id: string, admin: AgentApi, clerk: AgentApi): Promise<void> {
  const counters: { id: string; name: string }[] = (await admin('GET', `/sites/${id}/counters`)).items
  for (const name of [MINE, 'Guichet 2']) {
    if (!counters.some((counter) => counter.name === name)) counters.push(await admin('POST', `/sites/${id}/counters`, { name, serves: 'all', procedureIds: [] }))
  }
  const { waiting, present } = await clerk('GET', `/sites/${id}/queue`)
  for (const ticket of [...waiting, ...present]) await clerk('POST', `/tickets/${ticket.id}/leave`, undefined, ticket)
  for (const counter of counters) await clerk('POST', `/counters/${counter.id}/open`)
}

/** Day and time in the house, as the API has them. */
export async function nowIn(house: House): Promise<{ day: string; time: string }> {
  const { date, now } = await house.clerk('GET', `/sites/${house.id}/queue`)
  return { day: date, time: now.slice(11, 16) }
}

/** What is booked in the house itself. */
export const errandOf = ({ procedures }: House) => procedures.find(({ title }) => /permis/i.test(title.fr)) ?? procedures[0]!

/** From then on the last slots of the day have begun, or soon will. */
const LATE = '23:10'

/** For tests that need a slot of today: the last three quarters of an hour of a day have none. */
export async function beforeTheLastSlot(house: House): Promise<string> {
  const { day, time } = await nowIn(house)
  test.skip(time >= LATE, 'The day of the house is nearly over: no slot is left.')
  return day
}

/** At the board, with the first counter as one's own. */
export async function atTheBoard(page: Page, house: House): Promise<void> {
  await page.goto(`/equipe/maisons/${house.id}`)
  await expect(page.getByText('en direct')).toBeVisible()
  const choose = page.getByRole('button', { name: `Prendre : ${MINE}` })
  await expect(choose.or(page.getByRole('region', { name: MINE }))).toBeVisible()
  if (await choose.isVisible()) await choose.click()
  await expect(page.getByRole('region', { name: MINE })).toBeVisible()
}

/** At any hour and on any day: where the house is closed the clerk says why. */
export function walkIn(house: House, procedure = 0) {
  return house.clerk('POST', `/sites/${house.id}/tickets`, { procedureId: house.procedures[procedure]!.id, reason: 'Essai' })
}

/** The house's clerks are there all through today, with appointments and without: it is open at whatever hour the tests run. */
export async function openToday(house: House): Promise<void> {
  await openAllDay(house, await beforeTheLastSlot(house))
}

/** For tests to which any day is good: in the evening tomorrow is. */
export async function openSoon(house: House): Promise<void> {
  const { day, time } = await nowIn(house)
  await openAllDay(house, time < '22:00' ? day : plusDays(day, 1))
}

async function openAllDay(house: House, day: string): Promise<void> {
  const { id } = errandOf(house)
  const { items } = await house.clerk('GET', `/sites/${house.id}/sessions?from=${day}&to=${plusDays(day, 1)}`)
  const whole = items.some(
    ({ host, end, procedures }: { host: string; end: string; procedures: { id: string }[] }) =>
      host === 'house' && end.includes('T23:55') && procedures.some((one) => one.id === id),
  )
  if (whole) return
  await house.admin('POST', '/permanences', {
    siteId: house.id, procedures: [id], rrule: 'FREQ=DAILY', firstDate: day, untilDate: day, from: '00:00', to: '23:55', openOnHolidays: true,
    mode: 'both', slotMinutes: 10, capacity: 20, noticeMinutes: 0, horizonDays: 30, changeDeadlineMinutes: 0,
  })
}

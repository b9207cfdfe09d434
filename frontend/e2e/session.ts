import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { plusDays } from './days'
import { beforeTheLastSlot, aHouse, type House, nowIn } from './house'
import type { AgentApi } from './login'

export interface Visit {
  reference: string
  secret: string
  start: string
}

interface Planned {
  siteId: string
  procedures: string[]
  firstDate: string
  [field: string]: unknown
}

/**
 * A permanence and how one books in it. It has a capacity that none of its first day's sessions had before: by that its slots are
 * known among others at the same hours.
 */
export async function aPermanence(api: AgentApi, planned: Planned) {
  const { siteId, firstDate, procedures } = planned
  const sessionsOf = async (day: string): Promise<{ id: string; permanenceId: string; start: string; partner?: { code: string } }[]> =>
    (await api('GET', `/sites/${siteId}/sessions?from=${day}&to=${plusDays(day, 1)}`)).items
  const capacity = 30 + (await sessionsOf(firstDate)).length
  const { id }: { id: string } = await api('POST', '/permanences', {
    untilDate: firstDate, openOnHolidays: true, mode: 'appointment', slotMinutes: 20, noticeMinutes: 0, horizonDays: 90, changeDeadlineMinutes: 0,
    ...planned, capacity,
  })
  const book = async (as: AgentApi, day: string, visitor: object): Promise<Visit> => {
    const { items } = await as('GET', `/slots?site=${siteId}&procedure=${procedures[0]}&from=${day}&to=${plusDays(day, 1)}&limit=100`)
    for (const slot of items.filter((one: { capacity: number }) => one.capacity === capacity)) {
      const booked = await as('POST', '/bookings', { slotId: slot.id, procedureId: procedures[0], visitor }).catch(() => null)
      if (booked) return booked
    }
    throw new Error('No slot of the permanence could be booked')
  }
  return { id, book, sessionOn: async (day: string) => (await sessionsOf(day)).find(({ permanenceId }) => permanenceId === id)! }
}

/** A CAF session in the clerk's house: the whole of today, or an hour of a later day. */
export async function aSession(browser: Browser, request: APIRequestContext, clerk: Page, ahead: number | string = 0, hours = ['05:00', '06:00']) {
  const house = await aHouse(browser, request, clerk)
  const day = typeof ahead === 'string' ? ahead : ahead ? plusDays((await nowIn(house)).day, ahead) : await beforeTheLastSlot(house)
  const [from, to] = ahead ? hours : ['00:00', '23:55']
  const procedures: (House['procedures'][0] & { durationMinutes: number; channel: string; partner?: { id: string; code: string } })[] =
    (await house.clerk('GET', '/procedures')).items
  const procedure = procedures.find((one) => one.partner?.code === 'caf' && one.channel !== 'counter' && one.durationMinutes <= 20)!
  const permanence = await aPermanence(house.admin, {
    siteId: house.id, partnerId: procedure.partner!.id, procedures: [procedure.id], rrule: 'FREQ=DAILY', firstDate: day, from, to,
  })
  const book = (lastName: string, visitor: object = { contactBy: 'none' }) =>
    permanence.book(house.clerk, day, { firstName: 'Odette', lastName, ...visitor })
  return { house, day, session: await permanence.sessionOn(day), book }
}

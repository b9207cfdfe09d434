// Where and when the story takes place: in a house in which it is day enough, with sessions of its own.
import { randomInt, randomUUID } from 'node:crypto'
import { MARK } from '../marks.mjs'

export const plusDays = (day, count) => new Date(Date.parse(`${day}T12:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)

const inZone = (zone, options) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...options }).format(new Date())
const timeIn = (zone) => inZone(zone, { hour: '2-digit', minute: '2-digit' })
export const dayIn = (zone) => inZone(zone, { dateStyle: 'short' })

/** A day whose last slot has not begun for long, and that has begun: else overseas, where it is another hour. */
export async function aHouse(teller) {
  const { items } = await teller.call('searchSites', { as: 'nobody', query: { near: '14590', limit: 50 } })
  const { items: overseas } = await teller.call('searchSites', { as: 'nobody', query: { near: '97413', limit: 3 } })
  const [near] = items
  const house = timeIn(near.zone) > '00:30' && timeIn(near.zone) < '22:30' ? near : overseas[0]
  teller.staff = house === near ? 'clerk' : 'admin' // the clerk of the demo is at the near one
  return { ...house, today: dayIn(house.zone), others: items.filter(({ id }) => id !== house.id) }
}

/** Somebody else each time: one person may not have many appointments. */
export function visitor(more = {}) {
  const email = `${randomUUID().slice(0, 8)}-${MARK}@exemple.fr`
  return { firstName: 'Odette', lastName: `Petit ${MARK}`, email, phone: `0612${randomInt(100_000, 999_999)}`, language: 'fr', contactBy: 'email', ...more }
}

export function permanenceOf(house, procedures, more = {}) {
  return {
    siteId: house.id, procedures: procedures.map(({ id }) => id), rrule: 'FREQ=DAILY', firstDate: house.today, untilDate: house.today, from: '00:00', to: '23:50',
    openOnHolidays: true, mode: 'both', slotMinutes: 20, capacity: 20, noticeMinutes: 0, horizonDays: 60, changeDeadlineMinutes: 0, ...more,
  }
}

let capacity = 40

/**
 * A permanence and its first session. Its capacity is nobody else's: by it its slots are known among others at the same
 * hours.
 */
export async function aPermanence(teller, house, procedures, more = {}) {
  const permanence = await teller.call('createPermanence', { body: permanenceOf(house, procedures, { capacity: (capacity += 1), ...more }) })
  const from = permanence.firstDate
  const { items } = await teller.call('listSessions', { query: { site: house.id, from, to: plusDays(from, 1), limit: 100 } })
  return { permanence, procedure: procedures[0], session: items.find(({ permanenceId }) => permanenceId === permanence.id) }
}

/** Free slots of its first session, the soonest first. */
export async function slotsOf(teller, house, { permanence, procedure, session }) {
  const slots = []
  const query = { site: house.id, procedure: procedure.id, from: session.date, to: plusDays(session.date, 1), limit: 100 }
  for (let cursor = {}; cursor; ) {
    await teller.call('listSlotsBySite', { as: 'nobody', query: { site: query.site, procedure: query.procedure } })
    const page = await teller.call('listSlots', { as: 'nobody', query: { ...query, ...cursor } })
    slots.push(...page.items.filter((slot) => slot.capacity === permanence.capacity))
    cursor = page.nextCursor && { cursor: page.nextCursor }
  }
  return slots
}

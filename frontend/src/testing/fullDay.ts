import type { AgentSession } from '@/api/partners/model'
import type { Ticket } from '@/api/queue'
import { clock } from '@/time'
import { type FakeApi, fakeApi, ok } from './fakeApi'
import { ticket } from './fakeHouse'
import { call } from './fakeMessages'
import { person, RURAL, session } from './fakePartners'
import { CAF, PROCEDURES } from './world'

const NAMES = [
  ['Odette', 'Lecomte'], ['Marie-Madeleine', 'Lefèvre-Beauchamp'], ['Ahmed', 'Benali'], ['Lucie', 'Roy'], ['Gérard', 'Vasseur'],
  ['Nadia', 'Kone'], ['Pierre-Yves', 'Le Goff'], ['Simone', 'Dubois'], ['Karim', 'Haddad'], ['Thérèse', 'Marchand'],
] as const
const two = (number: number) => String(number).padStart(2, '0')

/** The small house on a full day, to look at its screens: twelve wait, one is at the counter, thirteen are to be called. */
export function fullDay(): FakeApi {
  const api = fakeApi()
  const start = Date.now()
  clock.now = () => new Date(Date.parse('2026-11-23T08:30:00Z') + Date.now() - start)
  api.on('GET /me', () =>
    ok({ username: 'claire.moyaux', firstName: 'Claire', lastName: 'Martin', roles: ['clerk', 'manager'], sites: [{ id: 'moyaux', name: 'France services de Moyaux' }], partner: RURAL }),
  )
  fillQueue(api)
  fillSessions(api)
  fillLists(api)
  return api
}

function fillQueue({ house }: FakeApi): void {
  house.tickets.push(
    ...NAMES.map(([firstName, lastName], at): Ticket => {
      const { id, code, title } = PROCEDURES[at % PROCEDURES.length]!
      const what = { procedure: { id, code, title }, late: at === 4, priority: at === 6 }
      if (at % 3) return ticket(`A${20 + at}`, 40 - 3 * at, what)
      const due = `2026-11-23T09:${two(3 * at)}:00+01:00`
      return ticket(`R0${20 + at}`, 12, { ...what, origin: 'appointment', dueAt: due, booking: { reference: `FULL-${2000 + at}`, firstName, lastName, start: due } })
    }),
  )
  house.tickets.push(ticket('A011', 55), ticket('A010', 60, { state: 'parked', allowed: ['resume', 'call', 'leave', 'transfer', 'undo'] }))
  house.act('tA011', 'call', 'c1')
}

function fillSessions({ house, partners }: FakeApi): void {
  for (const [at, hour] of ['09', '10', '11', '14', '15', '16'].entries()) {
    house.agenda.sessions[0]!.bookings.push({ ...house.agenda.sessions[0]!.bookings[0]!, reference: `COME-${2000 + at}`, firstName: NAMES[at]![0], lastName: NAMES[at]![1], start: `2026-11-23T${hour}:45:00+01:00` })
  }
  const more = (key: string, day: string, booked: number): AgentSession => session(key, day, '09:00', '12:00', { unconfirmed: true, booked })
  partners.sessions.push({ ...more('n5', '2026-11-25', 3), partner: CAF }, more('n6', '2026-11-25', 1))
  Object.assign(partners.sessions[1]!, { id: 'n1', booked: NAMES.length + 3 })
}

function fillLists({ messages, partners }: FakeApi): void {
  const of = (at: number) => [`${two(8 + (at >> 1))}:${at % 2 ? '45' : '15'}`, NAMES[at]![0], NAMES[at]![1]] as const
  for (const at of NAMES.keys()) {
    const [time, firstName, lastName] = of(at)
    partners.people.push(person(`FULL-${2000 + at}`, firstName, lastName, time))
    messages.calls.push(call(`f${at}`, firstName, lastName, { reference: `FULL-${2000 + at}`, start: `2026-11-24T${time}:00+01:00`, kind: at % 4 ? 'reminder' : 'moved' }))
  }
}

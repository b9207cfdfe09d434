import { wholeMe } from './fakeMe'
import type { Booking } from '@/api'
import { type FakeAgents, fakeAgents } from './fakeAgents'
import { type FakeHouse, fakeHouse } from './fakeHouse'
import { type FakeMessages, fakeMessages } from './fakeMessages'
import { type FakePartners, fakePartners } from './fakePartners'
import { type FakePlanning, fakePlanning } from './fakePlanning'
import { fakeReference } from './fakeContract'
import { fakeFigures } from './fakeFigures'
import { fakeSystems } from './fakeSystems'
import { fakeRegisters } from './fakeRegisters'
import * as world from './world'

export type Reply = { status: number; body?: unknown; type?: string; headers?: Record<string, string> }
export type Answerer = (request: Request, body: Record<string, unknown>, found: string[]) => Reply | Promise<Reply>

export interface Call {
  method: string
  path: string
  query: string
  headers: Headers
  body: Record<string, unknown>
}

export interface FakeApi {
  fetch: (request: Request) => Promise<Response>
  calls: Call[]
  /** Answers a request of its own way, ahead of the usual ones; "POST /bookings". */
  on: (what: string, answerer: Answerer) => void
  /** The counter queue of the house "moyaux", which really changes. */
  house: FakeHouse
  /** Its messages, calls and words. */
  messages: FakeMessages
  /** A partner's sessions and who comes to them; the house's closures. */
  partners: FakePartners
  /** Its permanences, events and calendar feeds. */
  planning: FakePlanning
  /** Who works there. */
  agents: FakeAgents
}

export const ok = (body: unknown, status = 200): Reply => ({ status, body })
export const list = (items: unknown[], nextCursor: string | null = null): Reply => ok({ items, nextCursor })
export const problem = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}): Reply => ({
  status,
  body: { type: `/problems/${code}`, title: code, status, detail: code, ...more },
  type: 'application/problem+json',
  headers,
})

/** The API as the unit tests see it: the contract's shapes on the network's edge, so all of src/api really runs. */
/** Of an installation without a number of its own. */
export const CONFIGURATION = { oidc: { authority: '/auth', clientId: 'app' }, demo: true, holdMinutes: 10, localOutbox: true, lockSeconds: 600 }

export function fakeApi(): FakeApi {
  const calls: Call[] = []
  const own: [string, Answerer][] = []
  const house = fakeHouse()
  const messages = fakeMessages()
  const partners = fakePartners()
  const planning = fakePlanning()
  const agents = fakeAgents()
  const usual = Object.entries({ ...house.answers, ...messages.answers, ...partners.answers, ...planning.answers, ...agents.answers, ...fakeRegisters(), ...fakeFigures(), ...fakeSystems(), ...fakeReference(), ...answers() })

  async function fetch(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url)
    const path = pathname.replace('/api/v1', '')
    const text = await request.clone().text()
    // A table goes as it is.
    const json = text && !request.headers.get('Content-Type')?.startsWith('text/')
    const body = json ? (JSON.parse(text) as Record<string, unknown>) : {}
    calls.push({ method: request.method, path, query: search, headers: request.headers, body })
    for (const [what, answerer] of [...own, ...usual]) {
      const found = `${request.method} ${path}`.match(new RegExp(`^${what}$`))
      if (found) return toResponse(completed(path, await answerer(request, body, found.slice(1))))
    }
    return toResponse(problem(404, 'not-found'))
  }
  return { fetch, calls, on: (what, answerer) => own.unshift([what, answerer]), house, messages, partners, planning, agents }
}

function completed(path: string, reply: Reply): Reply {
  return path === '/me' && reply.status === 200 ? { ...reply, body: wholeMe(reply.body as object) } : reply
}

function toResponse({ status, body, type = 'application/json', headers }: Reply): Response {
  if (body instanceof ReadableStream) return new Response(body, { status, headers: { 'Content-Type': 'text/event-stream' } })
  const content = status === 204 ? null : type === 'text/calendar' ? String(body) : JSON.stringify(body)
  return new Response(content, { status, headers: { 'Content-Type': type, ...headers } })
}

/** What the paper of a booking says: no name, no address. */
function slipOf({ visitor: _, slipCode: __, slotId: ___, ...slip }: Booking): object {
  return { ...slip, cancelledByHouse: false }
}

function answers(): Record<string, Answerer> {
  let booking: Booking = world.BOOKING
  const query = (request: Request, name: string) => new URL(request.url).searchParams.get(name) ?? ''
  const opened = (request: Request, reply: () => Reply) =>
    request.headers.get('Booking-Secret') === world.SECRET || request.headers.has('Authorization') ? reply() : problem(404, 'not-found')
  return {
    'GET /configuration': () => ok(CONFIGURATION),
    'GET /places': (request) => {
      const words = query(request, 'q').toLowerCase()
      return list(world.PLACES.filter(({ label }) => label.toLowerCase().startsWith(words) || label.includes(`(${words}`)))
    },
    'GET /communes/(\\w+)/next-sessions': (_, __, [insee]) =>
      list(insee === '14460' ? [{ site: world.HOUSES[2], session: { ...world.SESSIONS[0]!, stop: { insee, commune: 'Moyaux', place: 'Place de la mairie' } } }] : []),
    'GET /procedures': () => list(world.PROCEDURES),
    'GET /procedures/(\\w+)': (_, __, [id]) => ok(world.PROCEDURES.find((one) => one.id === id) ?? world.PROCEDURES[0]),
    'GET /sites': (request) => {
      if (query(request, 'near') === 'nowhere') {
        return problem(400, 'invalid-request', { errors: [{ field: 'near', message: 'inconnu' }] })
      }
      const procedure = query(request, 'procedure')
      const [near, next, far] = world.HOUSES
      const items = procedure
        ? [{ ...near, nextSlot: world.SLOTS[1], partner: world.FRANCE_TITRES }, { ...next, nextSlot: null, walkIn: true }, far]
        : world.HOUSES
      const guessed = query(request, 'near') === 'somewhere'
      const otherPlaces = guessed ? world.PLACES.slice(1) : []
      return ok({ place: { label: 'Moyaux', latitude: 49, longitude: 0 }, placeGuessed: guessed, otherPlaces, items, nextCursor: null })
    },
    'GET /sites/(\\w+)': (_, __, [id]) => ok({ ...world.SITE, ...world.HOUSES.find((one) => one.id === id) }),
    'GET /sites/(\\w+)/sessions': () => list(world.SESSIONS),
    'GET /sites/(\\w+)/next-sessions': () => list(world.SESSIONS),
    'GET /sites/(\\w+)/suspects': () => list(world.SUSPECTS),
    'POST /sites/(\\w+)/releases': (_, { references, groups }) => ok({ id: 'r1', bookings: (references as string[]).length, holds: (groups as string[]).length && 2, told: 0 }),
    'POST /sites/(\\w+)/releases/r1/undo': () => ok({ back: 2, gone: 1 }),
    'GET /slots': (request) => {
      const [from, to] = [query(request, 'from') || '0', query(request, 'to') || '9']
      const items = world.SLOTS.filter(({ start }) => start >= from && start < to)
      return list(query(request, 'limit') === '1' ? items.slice(0, 1) : items)
    },
    'POST /holds': (_, { slotId }) =>
      ok({ id: 'h1', slotId, expiresAt: new Date(Date.now() + 600_000).toISOString(), extended: false }, 201),
    'POST /holds/(\\w+)/extension': (_, __, [id]) =>
      ok({ id, slotId: 'x', expiresAt: new Date(Date.now() + 600_000).toISOString(), extended: true }),
    'DELETE /holds/(\\w+)': () => ({ status: 204 }),
    'POST /bookings': (_, { slotId, visitor }) => {
      const slot = world.SLOTS.find(({ id }) => id === slotId) ?? world.SLOTS[0]!
      booking = { ...world.BOOKING, start: slot.start, end: slot.end, visitor: visitor as Booking['visitor'] }
      return ok({ ...booking, secret: world.SECRET }, 201)
    },
    'GET /bookings/[\\w-]+': (request) => opened(request, () => ok(booking)),
    'POST /bookings/[\\w-]+/cancellation': (request) =>
      opened(request, () => ok((booking = { ...booking, status: 'cancelled', changeable: false }))),
    'POST /bookings/[\\w-]+/reschedule': (request, { slotId }) =>
      opened(request, () => {
        const slot = world.SLOTS.find(({ id }) => id === slotId) ?? world.SLOTS[0]!
        return ok((booking = { ...booking, start: slot.start, end: slot.end, sequence: 1 }))
      }),
    'PUT /bookings/[\\w-]+/contact-by': (request, { contactBy }) =>
      opened(request, () => ok((booking = { ...booking, visitor: { ...booking.visitor, contactBy: contactBy as Booking['visitor']['contactBy'] } }))),
    'POST /booking-openings': (_, typed) => (typed.code === world.BOOKING.slipCode ? ok(slipOf(booking)) : problem(404, 'not-found')),
    'POST /booking-openings/cancellation': () => ok(slipOf((booking = { ...booking, status: 'cancelled', changeable: false }))),
    'GET /bookings/[\\w-]+/visitor': () => ({ ...ok({ visitor: booking.visitor }), headers: { ETag: '"0"' } }),
    'PUT /bookings/[\\w-]+/visitor': (_, { visitor }) => {
      booking = { ...booking, visitor: { ...booking.visitor, ...(visitor as Booking['visitor']) } }
      return { ...ok({ visitor: booking.visitor }), headers: { ETag: '"0"' } }
    },
    'GET /bookings/[\\w-]+/calendar.ics': (request) =>
      opened(request, () => ({ status: 200, body: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', type: 'text/calendar' })),
    'GET /me': () =>
      ok({
        username: 'claire.moyaux',
        firstName: 'Claire',
        lastName: 'Martin',
        roles: ['clerk'],
        sites: [{ id: 'moyaux', name: 'France services de Moyaux' }],
        partner: null,
      }),
  }
}

import type { AgentSession, Attendance, Mark, SessionAction, SessionBooking, SessionLink, WalkIn } from '@/api/partners/model'
import type { SessionReport } from '@/api/partners/report'
import { clock } from '@/time'
import type { Answerer, Reply } from './fakeApi'
import { BOOKING, HOUSES, PAPERS, PROCEDURES, SITE, SLOTS } from './world'

const ok = (body: unknown, status = 200): Reply => ({ status, body })
const refuse = (status: number, code: string, detail: string, more = {}): Reply => ({
  status, type: 'application/problem+json', body: { type: `/problems/${code}`, title: code, status, detail, ...more },
})
const [MOYAUX, , SEES] = HOUSES as [(typeof HOUSES)[0], (typeof HOUSES)[0], (typeof HOUSES)[0]]
export const RURAL = { id: 'rural', code: 'rural', name: { fr: 'Familles rurales', en: 'Rural families' } }
export const LINK_SECRET = 'L1nkL1nkL1nkL1nk'
const SESSIONS = { total: 6, held: 3, stopped: 1, partnerAbsent: 0, unconfirmed: 2, cancelled: 1, notRecorded: 0, upcoming: 0 }
const VISITS = { booked: 20, attended: 15, absent: 3, excused: 1, unmarked: 1, papersMissing: 2, solved: 10, continued: 4, passedOn: 1, autonomous: 0, walkIns: 9 }
const REPORT = { sessions: SESSIONS, visits: VISITS, partners: [{ sessions: { ...SESSIONS, total: 2, unconfirmed: 0 }, visits: VISITS }, { partner: RURAL, sessions: SESSIONS, visits: VISITS }] }

/** An agent of that partner, as `GET /me` tells. */
export const YANN = { username: 'yann', firstName: 'Yann', lastName: 'Le Goff', roles: ['partner'], sites: [], partner: RURAL }
const { id, code, title } = PROCEDURES[2]!
const procedure = { id, code, title }

const BEFORE: SessionAction[] = ['confirm', 'delay', 'handOver', 'cancel']
const CONFIRMED: SessionAction[] = ['unconfirm', 'delay', 'handOver', 'cancel']

export function session(key: string, day: string, from: string, to: string, more: Partial<AgentSession> = {}): AgentSession {
  return {
    id: key, version: 1, siteId: MOYAUX.id, site: MOYAUX, permanenceId: `p${key}`, date: day, start: `${day}T${from}:00+01:00`, end: `${day}T${to}:00+01:00`,
    mode: 'appointment', state: 'planned', unconfirmed: false, confirmBy: `${day}T08:00:00+01:00`, host: 'partner', partner: RURAL,
    procedures: [procedure], booked: 2, places: 6, withdrawn: false, actions: BEFORE, ...more,
  } as AgentSession
}

/** What a house's server makes of a mark. */
export function noted(mark: Mark, version: number, at: Date): Attendance {
  const { procedureIds, partnerId, documentIds, passedOnPartnerId, received, ...said } = mark
  void [partnerId, passedOnPartnerId, received]
  return {
    papersMissing: said.result === 'papersMissing',
    channel: 'counter',
    aidantsConnect: false,
    administrationPlus: false,
    ...said,
    procedures: PROCEDURES.filter(({ id }) => (procedureIds ?? []).includes(id)).map(({ id, code, title }) => ({ id, code, title })),
    documents: PAPERS.filter(({ id }) => (documentIds ?? []).includes(id)).map(({ id, label }) => ({ id, label })),
    version,
    date: at.toISOString().slice(0, 10),
    at: at.toISOString(),
    by: 'yann',
  }
}

export function person(reference: string, firstName: string, lastName: string, time: string, more: Partial<SessionBooking> = {}): SessionBooking {
  const start = `2026-11-23T${time}:00+01:00`
  return {
    reference, start, end: start, firstName, lastName, phone: '+33231000001', procedure, documents: PAPERS, followUp: false, status: 'booked', arrived: false,
    outcomes: ['attended', 'absent', 'excused'], ...more,
  }
}

/** Sessions of one partner that really change, as far as the screens need it; their rules are the API's to test. */
export function fakePartners() {
  const sessions: AgentSession[] = [
    session('n0', '2026-11-16', '09:00', '12:00', { unconfirmed: true, actions: ['markHeld'], confirmBy: '2026-11-14T09:00:00+01:00' }),
    session('n1', '2026-11-23', '08:30', '12:00', { state: 'confirmed', booked: 3, actions: ['delay', 'stop', 'cancel', 'markHeld'], agent: { username: 'yann', firstName: 'Yann', lastName: 'Le Goff' }, room: 'Bureau 2' }),
    session('n2', '2026-11-24', '14:00', '17:00', { unconfirmed: true, confirmBy: '2026-11-22T14:00:00+01:00', booked: 4 }),
    session('n3', '2026-11-26', '09:00', '12:00', { site: SEES, siteId: SEES.id, confirmBy: '2026-11-24T09:00:00+01:00', booked: 0 }),
    session('n4', '2026-11-26', '14:00', '17:00', { state: 'cancelled', reason: 'Formation', actions: ['reinstate'], booked: 0 }),
  ]
  const people: SessionBooking[] = [
    person('ABCD-EFGH', 'Jeanne', 'Lefèvre', '08:30', { arrived: true, ticket: { number: 'R003', state: 'serving' }, outcomes: ['attended'] }),
    person('JKLM-2345', 'Paul', 'Martin', '09:30', { followUp: true }),
    person('WXYZ-6789', 'Anne', 'Morel', '10:30', { documents: [] }),
  ]
  const walkIns: WalkIn[] = []
  const history = new Map<string, Attendance[]>()
  const marked: string[] = []
  const fall = { bookings: 12, told: 9, toCall: 3 }
  const colleagues = [{ username: 'zoe', firstName: 'Zoé', lastName: 'Petit' }]
  const link: SessionLink = {
    state: 'open', confirmed: false, start: '2026-11-24T14:00:00+01:00', end: '2026-11-24T17:00:00+01:00', zone: 'Europe/Paris',
    siteName: MOYAUX.name, address: MOYAUX.address, partnerName: RURAL.name, booked: 2, agent: 'Yann',
  }
  let closures = [...SITE.closures]

  const byId = (key: string) => sessions.find((one) => one.id === key)
  function change(key: string, action: SessionAction, more: (one: AgentSession) => Partial<AgentSession>): Reply {
    const one = byId(key)
    if (!one) return refuse(404, 'not-found', 'inconnue')
    if (!one.actions.includes(action)) return refuse(409, 'session-action-not-allowed', 'Cette permanence a changé entre-temps.')
    Object.assign(one, more(one), { version: one.version + 1 })
    return ok({ ...one })
  }
  function note(reference: string, mark: Mark): Attendance {
    const before = history.get(reference) ?? []
    const made: Attendance = noted(mark, before.length + 1, clock.now())
    history.set(reference, [...before, made])
    people.find((one) => one.reference === reference)!.attendance = made
    return made
  }
  const opened = (request: Request, reply: () => Reply) => (request.headers.get('Link-Secret') === LINK_SECRET ? reply() : refuse(404, 'not-found', ''))

  const answers: Record<string, Answerer> = {
    'GET /sessions': (request) => {
      const query = new URL(request.url).searchParams
      const [from, to] = [query.get('from') ?? '2026-11-23', query.get('to') ?? '2026-12-21']
      const items = sessions.filter(({ date, siteId, unconfirmed }) =>
        date >= from && date < to && (!query.get('site') || query.get('site') === siteId) && (query.get('unconfirmed') !== 'true' || unconfirmed),
      )
      return ok({ items, nextCursor: null })
    },
    'GET /sessions/(\\w+)': (_, __, [key]) => (byId(key!) ? ok({ ...byId(key!) }) : refuse(404, 'not-found', 'inconnue')),
    'POST /sessions/(\\w+)/confirmation': (_, __, [key]) => change(key!, 'confirm', () => ({ state: 'confirmed', unconfirmed: false, actions: CONFIRMED })),
    'DELETE /sessions/(\\w+)/confirmation': (_, __, [key]) => change(key!, 'unconfirm', ({ confirmBy }) => ({ state: 'planned', unconfirmed: confirmBy! < '2026-11-23', actions: BEFORE })),
    'POST /sessions/(\\w+)/delay': (_, { minutes }, [key]) => change(key!, 'delay', () => ({ lateMinutes: (minutes as number) || undefined })),
    'GET /sessions/(\\w+)/colleagues': () => ok({ items: colleagues }),
    'POST /sessions/(\\w+)/handover': (_, { agent }, [key]) => change(key!, 'handOver', () => ({ agent: colleagues.find(({ username }) => username === agent) })),
    'GET /sessions/(\\w+)/cancellation-preview': () => ok(fall),
    'POST /sessions/(\\w+)/cancellation': (_, { reason }, [key]) => {
      const reply = change(key!, 'cancel', () => ({ state: 'cancelled', reason: reason as string, actions: ['reinstate'] }))
      return reply.status === 200 ? ok(fall) : reply
    },
    'GET /sessions/(\\w+)/stop-preview': () => ok(fall),
    'POST /sessions/(\\w+)/stop': (_, { at, reason }, [key]) => {
      const reply = change(key!, 'stop', () => ({ state: 'held', partnerAttendance: 'present', stoppedAt: at as string, reason: reason as string, actions: ['reinstate', 'markHeld'] }))
      return reply.status === 200 ? ok(fall) : reply
    },
    'POST /sessions/(\\w+)/reinstatement': (_, __, [key]) => {
      const reply = change(key!, 'reinstate', ({ stoppedAt }) =>
        stoppedAt
          ? { stoppedAt: undefined, reason: undefined, actions: ['stop', 'markHeld'] }
          : { state: 'planned', reason: undefined, actions: BEFORE },
      )
      return reply.status === 200 ? { status: 204 } : reply
    },
    'POST /sessions/(\\w+)/held': (_, { partnerAttendance }, [key]) =>
      change(key!, 'markHeld', () => ({ state: 'held', partnerAttendance: partnerAttendance as 'present', actions: partnerAttendance === 'absent' ? ['cancel', 'markHeld'] : ['markHeld'] })),
    'GET /sites/(\\w+)/session-report': (request) => {
      const query = new URL(request.url).searchParams
      return ok({ from: query.get('from')!, to: query.get('to')!, ...REPORT } satisfies SessionReport)
    },
    'GET /sessions/(\\w+)/bookings': (_, __, [key]) => ok({ items: key === 'n1' ? people : [] }),
    'GET /sessions/(\\w+)/walk-ins': (_, __, [key]) => ok({ items: key === 'n1' ? walkIns : [] }),
    'PUT /tickets/(\\w+)/attendance': (request, body, [key]) => {
      const one = walkIns.find(({ ticketId }) => ticketId === key)!
      if (request.headers.get('If-Match') !== `"${one.attendance?.version ?? 0}"`) return refuse(412, 'stale', 'Quelqu’un d’autre vient de noter cette personne.')
      one.attendance = noted(body as unknown as Mark, (one.attendance?.version ?? 0) + 1, clock.now())
      return ok({ ...one.attendance })
    },
    'DELETE /tickets/(\\w+)/attendance': (_, __, [key]) => {
      delete walkIns.find(({ ticketId }) => ticketId === key)!.attendance
      return { status: 204 }
    },
    'PUT /bookings/([\\w-]+)/attendance': (request, body, [reference]) => {
      const seen = people.find((one) => one.reference === reference)!.attendance?.version ?? 0
      if (request.headers.get('If-Match') !== `"${seen}"`) return refuse(412, 'stale', 'Quelqu’un d’autre vient de noter cette personne.')
      return ok(note(reference!, body as unknown as Mark))
    },
    'DELETE /bookings/([\\w-]+)/attendance': (request, _, [reference]) => {
      const one = people.find((other) => other.reference === reference)!
      if (request.headers.get('If-Match') !== `"${one.attendance?.version ?? 0}"`) return refuse(412, 'stale', 'Quelqu’un d’autre vient de noter cette personne.')
      history.set(one.reference, (history.get(one.reference) ?? []).map((was) => ({ ...was, takenBackAt: clock.now().toISOString(), takenBackBy: 'yann' })))
      delete one.attendance
      return { status: 204 }
    },
    'GET /bookings/([\\w-]+)/attendance': (_, __, [reference]) => ok({ current: people.find((one) => one.reference === reference)!.attendance, versions: history.get(reference!) ?? [] }),
    'POST /sessions/(\\w+)/all-present': () => {
      for (const one of people.filter(({ attendance, start, outcomes }) => !attendance && outcomes.includes('attended') && Date.parse(start) <= clock.now().getTime())) {
        note(one.reference, { outcome: 'attended' })
        marked.push(one.reference)
      }
      const notMarked = people.filter(({ attendance, start }) => !attendance && Date.parse(start) <= clock.now().getTime())
      return ok({ items: people.map((one) => ({ ...one })), notMarked: notMarked.map(({ reference, ticket }) => ({ reference, why: ticket?.state ?? 'notArrived' })) })
    },
    'POST /sessions/(\\w+)/all-present/undo': () => {
      for (const reference of marked.splice(0)) {
        history.delete(reference)
        delete people.find((one) => one.reference === reference)!.attendance
      }
      return ok({ items: people.map((one) => ({ ...one })) })
    },
    'POST /bookings/([\\w-]+)/follow-up': (_, { slotId }) => {
      const slot = SLOTS.find((one) => one.id === slotId)!
      return ok({ ...BOOKING, reference: 'NEXT-2345', start: slot.start, end: slot.end, followUp: true }, 201)
    },
    'GET /session-links/(\\w+)': (request) => opened(request, () => ok({ ...link })),
    'POST /session-links/(\\w+)/confirmation': (request) =>
      opened(request, () => (link.state === 'open' ? ok(Object.assign(link, { state: 'used', confirmed: true })) : refuse(409, `link-${link.state}`, 'Ce lien a déjà servi.'))),
    'GET /sites/(moyaux)': () => ok({ ...SITE, closures }),
    'POST /sites/(\\w+)/closures/preview': () => ok(fall),
    'POST /sites/(\\w+)/closures': (_, body) => {
      const made = { id: `c${closures.length + 1}`, ...(body as { from: string; to: string; reason?: string }) }
      closures = [...closures, made]
      return ok(made, 201)
    },
    'DELETE /sites/(\\w+)/closures/(\\w+)': (_, __, [, key]) => {
      closures = closures.filter((one) => one.id !== key)
      return { status: 204 }
    },
  }
  return { answers, sessions, people, walkIns, procedure, history, fall, colleagues, link, note, report: REPORT, closures: () => closures }
}

export type FakePartners = ReturnType<typeof fakePartners>

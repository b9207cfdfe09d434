import type { Agenda, AgendaBooking, Board, BoardNotice, Counter, Numbers, QueueSettings, Obstacle, Queue, Said, Ticket, TicketAction, TicketState } from '@/api/queue'
import { clock } from '@/time'
import type { Answerer, Reply } from './fakeApi'
import { fakeVisits } from './fakeVisits'
import { CAF, PROCEDURES } from './world'

const ZONE = 'Europe/Paris'
const NAME = 'France services de Moyaux'
const [LICENCE, , HOUSING] = PROCEDURES as [(typeof PROCEDURES)[0], (typeof PROCEDURES)[0], (typeof PROCEDURES)[0]]
const ALLOWED: Record<TicketState, TicketAction[]> = {
  waiting: ['call', 'leave', 'transfer', 'undo'],
  called: ['call', 'start', 'park', 'miss', 'leave', 'transfer', 'undo'],
  serving: ['finish', 'park', 'leave', 'transfer', 'undo'],
  parked: ['resume', 'call', 'leave', 'transfer', 'undo'],
  missed: ['resume', 'leave', 'undo'],
  noShow: ['undo'],
  done: ['undo'],
  left: ['undo'],
}
const AFTER: Partial<Record<TicketAction, TicketState>> = {
  call: 'called', start: 'serving', park: 'parked', resume: 'waiting', finish: 'done', miss: 'missed', leave: 'left', transfer: 'waiting',
}

const CODES: Record<Obstacle, string> = {
  notOpen: 'not-open', byAppointment: 'by-appointment', sessionOver: 'session-over', noMoreNumbers: 'no-more-numbers',
}

export function ticket(number: string, minutesAgo: number, more: Partial<Ticket> = {}): Ticket {
  const arrivedAt = new Date(clock.now().getTime() - minutesAgo * 60_000).toISOString()
  const { id, code, title } = LICENCE
  return {
    id: `t${number}`, publicId: `p${number}`, number, state: 'waiting', origin: 'walkIn', procedure: { id, code, title }, arrivedAt,
    priority: false, calls: 0, late: false, reason: 'arrival', allowed: ALLOWED.waiting, seq: 1, version: 0, ...more,
  }
}

function counter(id: string, name: string, open: boolean): Counter {
  return { id, siteId: 'moyaux', name, serves: 'all', procedureIds: [], open, ...(open ? { openedBy: 'claire.moyaux', openedByName: 'Claire' } : {}), version: 1 }
}

function expected(reference: string, firstName: string, lastName: string, time: string, late = false): AgendaBooking {
  const { id, code, title } = LICENCE
  const start = `2026-11-23T${time}:00+01:00`
  return { reference, status: 'booked', start, end: start, firstName, lastName, phone: '+33231000001', procedure: { id, code, title }, late }
}

export type FakeHouse = ReturnType<typeof fakeHouse>

/** A small counter queue that really changes, as far as the screens need it; its rules are the API's to test. */
export function fakeHouse() {
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>()
  const encoder = new TextEncoder()
  let seq = 10
  let next = 14
  const due = '2026-11-23T09:00:00+01:00'
  const counters = [counter('c1', 'Guichet 1', true), counter('c2', 'Guichet 2', false)]
  const tickets: Ticket[] = [
    ticket('R003', 5, {
      origin: 'appointment', dueAt: due, reason: 'appointment',
      booking: { reference: 'JKLM-2345', firstName: 'Paul', lastName: 'Martin', start: due },
    }),
    ticket('A012', 22, { procedure: HOUSING, estimate: { fromMinutes: 10, toMinutes: 20 } }),
    ticket('A013', 3, { priority: true, reason: 'priority', noEstimate: { reason: 'noCounterOpen' } }),
  ]
  const undoable: { id: string; seq: number; before: Ticket }[] = []
  const departed: string[] = []
  const settings: { queue: QueueSettings; version: number } = { queue: { backOffMinutes: 5, callsAtMost: 3 }, version: 0 }
  const devices: { id: string; name: string; createdAt: string; key?: string }[] = []
  const agenda: Agenda = {
    date: '2026-11-23', zone: ZONE, siteName: NAME, untold: [],
    sessions: [
      {
        id: 's9', permanenceId: 'p9', withdrawn: false, start: '2026-11-23T08:30:00+01:00', end: '2026-11-23T12:00:00+01:00', mode: 'appointment', state: 'planned', capacity: 1,
        bookings: [expected('ABCD-EFGH', 'Jeanne', 'Lefèvre', '09:30'), expected('WXYZ-6789', 'Anne', 'Morel', '08:30', true)],
      },
      { id: 's8', permanenceId: 'p8', withdrawn: false, partner: CAF, start: '2026-11-23T14:00:00+01:00', end: '2026-11-23T17:00:00+01:00', mode: 'walkIn', state: 'planned', capacity: 1, bookings: [] },
    ],
  }

  const ok = (body: unknown, status = 200): Reply => ({ status, body })
  const refuse = (status: number, code: string, detail: string, more = {}): Reply => ({
    status, type: 'application/problem+json', body: { type: `/problems/${code}`, title: code, status, detail, ...more },
  })
  const byState = (...states: TicketState[]) => tickets.filter(({ state }) => states.includes(state))
  const now = () => clock.now().toISOString()
  /** What the house says about itself; its numbers: who walks in gets one of the house's own clerks, and of whom else. */
  const house: { open: boolean; validUntil: string; numbers: Numbers[] } = { open: true, validUntil: '2026-11-23T12:30:00+01:00', numbers: [{}] }
  const door = () => ({
    open: house.open, validUntil: house.validUntil,
    ...(house.open ? { closesAt: '2026-11-23T12:30:00+01:00' } : { opensAt: '2026-11-24T09:00:00+01:00' }),
  })

  function queue(): Queue {
    const waiting = byState('waiting').map((one, at) => ({ ...one, place: at + 1 }))
    return {
      seq, siteId: 'moyaux', date: '2026-11-23', now: now(), ...door(), numbers: house.numbers, waiting,
      counters: counters.map((one) => {
        const there = byState('called', 'serving').find(({ counterId }) => counterId === one.id)
        return there ? { ...one, ticket: there } : one
      }),
      present: byState('called', 'serving', 'parked', 'missed'),
      finished: byState('done', 'noShow', 'left'),
      nextByCounter: waiting[0] ? Object.fromEntries(counters.filter(({ open }) => open).map(({ id }) => [id, waiting[0]!.id])) : {},
    }
  }
  function board(): Board {
    const calls = byState('called', 'serving').map((one) => ({
      number: one.number, counter: counters.find(({ id }) => id === one.counterId)!.name, calledAt: one.calledAt!, times: one.calls, seq: callSeq.get(one.id)!,
    }))
    return { seq, siteName: NAME, zone: ZONE, now: now(), ...door(), calls: calls.sort((a, b) => b.seq - a.seq), waiting: byState('waiting').length, stranded: tickets.filter(({ stranded }) => stranded).map(({ number }) => number), notices, ...(house.open ? newcomer : { noEstimate: { reason: 'overForToday' as const } }) }
  }
  const notices: BoardNotice[] = []
  /** What who would come now is told. */
  const newcomer: Said = { estimate: { fromMinutes: 10, toMinutes: 25 } }
  const callSeq = new Map<string, number>()

  function send(kind: string, data: unknown): void {
    for (const one of streams) one.enqueue(encoder.encode(`id: ${seq}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`))
  }
  /** Something happened: whoever listens hears it. */
  function changed(): void {
    seq++
    send('change', { seq, kind: 'x' })
  }
  /** A command by somebody who may not have seen what happened since. */
  function seen(request: Request, one: Ticket | Counter | undefined, then: () => Reply): Reply {
    if (!one) return refuse(404, 'not-found', 'inconnu')
    const what = 'number' in one ? `Numéro ${one.number} : Paul l’a mise de côté à 9 h 01.` : 'Paul a pris ce guichet à 9 h 01.'
    return request.headers.get('If-Match') === `"${one.version}"` ? then() : refuse(412, 'stale', what)
  }
  const visits = fakeVisits()
  const find = (id?: string) => tickets.find((one) => one.id === id)
  function undo(id: string, named: number): Reply {
    const before = find(id)
    if (!before) return refuse(404, 'not-found', 'inconnu')
    if (named !== before.seq) return refuse(412, 'stale', `Numéro ${before.number} : Paul l’a mise de côté à 9 h 01.`)
    return act(id, 'undo')
  }
  function act(id: string, action: TicketAction, counterId?: string): Reply {
    const at = tickets.findIndex((one) => one.id === id)
    const before = tickets[at]
    if (!before) return refuse(404, 'not-found', 'inconnu')
    if (!ALLOWED[before.state].includes(action)) {
      return refuse(409, 'action-not-allowed', `Le numéro ${before.number} est déjà dans un autre état.`, { allowed: ALLOWED[before.state] })
    }
    if (action === 'undo') {
      const back = undoable.findLastIndex((one) => one.id === id)
      tickets[at] = { ...(back < 0 ? { ...before, state: 'left' as const } : undoable.splice(back, 1)[0]!.before), version: before.version + 1 }
    } else {
      undoable.push({ id, seq: seq + 1, before })
      const state = AFTER[action]!
      const called = action === 'call' ? { counterId: counterId ?? before.counterId, calledAt: now(), calls: before.calls + 1 } : {}
      tickets[at] = { ...before, state, allowed: ALLOWED[state], ...called, seq: seq + 1, version: before.version + 1 }
      if (action === 'call') callSeq.set(id, seq + 1)
    }
    changed()
    return ok(tickets[at])
  }
  function issue(more: Partial<Ticket>, kiosk: boolean): Reply {
    const number = `${more.booking ? 'R' : 'A'}${String(next++).padStart(3, '0')}`
    const made = ticket(number, 0, { estimate: { fromMinutes: 15, toMinutes: 30 }, ...more })
    tickets.push(made)
    changed()
    const receipt = { number, publicId: made.publicId, ahead: byState('waiting').length - 1, estimate: made.estimate, noEstimate: made.noEstimate }
    return ok(kiosk ? receipt : more.booking ? { ticket: made } : made, 201)
  }

  const KIOSK = 'kiosk-key'
  const isKiosk = (request: Request) => request.headers.has('Device-Key')
  const guard = (request: Request, reply: () => Reply): Reply =>
    isKiosk(request) && request.headers.get('Device-Key') !== KIOSK ? refuse(401, 'unauthorized', 'clé inconnue') : reply()
  const stream = (snapshot: () => unknown): Reply => {
    let mine: ReadableStreamDefaultController<Uint8Array>
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        mine = controller
        streams.add(controller)
        controller.enqueue(encoder.encode(`id: ${seq}\nevent: snapshot\ndata: ${JSON.stringify(snapshot())}\n\n`))
      },
      cancel: () => void streams.delete(mine),
    })
    return ok(body)
  }

  const answers: Record<string, Answerer> = {
    'GET /sites/moyaux/queue': () => ok(queue()),
    'GET /sites/moyaux/queue/stream': () => stream(queue),
    'GET /sites/moyaux/board': () => ok(board()),
    'GET /sites/moyaux/board/stream': () => stream(board),
    'GET /sites/(\\w+)/status': () => ok({ ...door(), numbers: house.numbers, waiting: byState('waiting').length, openCounters: 1, ...(house.open ? { estimate: { fromMinutes: 10, toMinutes: 25 } } : {}) }),
    'GET /sites/(\\w+)/agenda': (request) => ok({ ...agenda, date: new URL(request.url).searchParams.get('date') ?? agenda.date }),
    'GET /sites/moyaux/visits-to-note': () => ok({ items: visits.toNote(byState('done')) }),
    'GET /sites/moyaux/visits': ({ url }) => {
      const query = new URL(url).searchParams
      return ok(visits.ofDay(byState('done'), query.get('date') ?? '2026-11-23', query.get('cursor')))
    },
    ...visits.answers,
    'POST /counters/(\\w+)/next': (_, { finish, ticketId }, [id]) => {
      const there = byState('called', 'serving').find(({ counterId }) => counterId === id)
      if (there && finish && there.id === ticketId) act(there.id, 'finish')
      else if (there) return refuse(409, 'counter-busy', 'Ce guichet reçoit déjà quelqu’un.')
      const [first] = byState('waiting')
      if (first) act(first.id, 'call', id)
      return ok({ counter: queue().counters.find((one) => one.id === id), ...(finish ? { finished: find(ticketId as string) } : {}) })
    },
    'POST /counters/(\\w+)/(open|close)': (request, __, [id, what]) => {
      const at = counters.findIndex((one) => one.id === id)
      return seen(request, counters[at], () => {
        const version = counters[at]!.version + 1
        counters[at] = { ...counters[at]!, open: what === 'open', openedBy: 'claire.moyaux', openedByName: 'Claire', version }
        changed()
        return ok(counters[at])
      })
    },
    'POST /tickets/(\\w+)/call': (request, { counterId, reason }, [id]) => {
      const first = byState('waiting')[0]
      const waits = tickets.find((one) => one.id === id)?.state === 'waiting'
      if (waits && first?.id !== id && !reason) return refuse(400, 'invalid-request', '', { errors: [{ field: 'reason', message: 'Dites pourquoi.' }] })
      return seen(request, find(id), () => act(id!, 'call', counterId as string))
    },
    'POST /tickets/(\\w+)/(start|park|resume|finish|miss|leave|transfer)': (request, __, [id, action]) => seen(request, find(id), () => act(id!, action as TicketAction)),
    'POST /tickets/(\\w+)/undo': (_, { seq: named }, [id]) => undo(id!, named as number),
    'GET /sites/moyaux/queue-settings': () => ({ ...ok(settings.queue), headers: { ETag: `"${settings.version}"` } }),
    'PUT /sites/moyaux/queue-settings': (request, body) => {
      if (request.headers.get('If-Match') !== `"${settings.version}"`) return refuse(412, 'stale', 'périmé')
      settings.queue = body as QueueSettings
      settings.version++
      return { ...ok(settings.queue), headers: { ETag: `"${settings.version}"` } }
    },
    'POST /sites/moyaux/stranded-transfers': () => {
      const passed = tickets.filter(({ stranded }) => stranded).map(({ id }) => id)
      for (const one of tickets) delete one.stranded
      for (const id of passed) act(id, 'transfer')
      return ok({ tickets: tickets.filter(({ id }) => passed.includes(id)) })
    },
    'GET /tickets/(\\w+)': (_, __, [id]) => {
      const mine = tickets.find(({ publicId }) => publicId === id)
      if (!mine) return refuse(404, 'not-found', 'inconnu')
      const ahead = byState('waiting').findIndex((one) => one.id === mine.id)
      const counter = counters.find((one) => one.id === mine.counterId)?.name
      return ok({
        number: mine.number, siteId: 'moyaux', siteName: NAME, zone: ZONE, state: mine.state, calls: mine.calls, procedure: mine.procedure,
        now: now(), open: house.open, ...(mine.stranded ? { stranded: mine.stranded } : { estimate: mine.estimate, noEstimate: mine.noEstimate }), ...(ahead < 0 ? {} : { ahead }), ...(counter ? { counter } : {}),
      })
    },
    'POST /sites/moyaux/arrivals': (request, { reference, slotId, visitor }) =>
      guard(request, () => {
        if (slotId) {
          const { firstName, lastName } = visitor as { firstName: string; lastName: string }
          return issue({ origin: 'appointment', booking: { reference: 'NEWB-2345', firstName, lastName, start: due } }, false)
        }
        const booking = agenda.sessions.flatMap(({ bookings }) => bookings).find((one) => one.reference.replace('-', '') === String(reference).replace('-', ''))
        if (!booking) return refuse(404, 'not-found', 'Ce rendez-vous n’existe pas.')
        const reply = issue({ origin: 'appointment', dueAt: booking.start, booking }, isKiosk(request))
        const made = tickets.at(-1)!
        Object.assign(booking, { status: 'arrived', ticket: { id: made.id, number: made.number, state: made.state } })
        return reply
      }),
    'POST /sites/moyaux/tickets': (request, { priority, permanenceId, reason }) =>
      guard(request, () => {
        const why = house.numbers.find((one) => one.permanenceId === permanenceId)?.refused
        if (why && !reason) return refuse(409, CODES[why], 'refusé')
        return issue({ priority: Boolean(priority), ...(why ? { exceptionReason: reason as string } : {}) }, isKiosk(request))
      }),
    'POST /sites/moyaux/queue/departures': () => {
      const gone = byState('waiting', 'parked').map(({ id }) => id)
      for (const id of gone) act(id, 'leave')
      departed.push(...gone)
      return ok(gone.length ? { id: '11', left: gone.length } : { left: 0 })
    },
    'POST /sites/moyaux/queue/departures/11/undo': () => {
      const back = departed.splice(0)
      for (const id of back) act(id, 'undo')
      return ok({ back: back.length })
    },
    'POST /sites/moyaux/counters/close': () => {
      const taken = byState('called', 'serving').map(({ counterId }) => counterId)
      counters.forEach((one, at) => (counters[at] = { ...one, open: one.open && taken.includes(one.id) }))
      changed()
      return ok({ items: queue().counters })
    },
    'POST /sites/moyaux/late-entries': (_, { outcome }) => issue({ state: outcome as TicketState }, false),
    'GET /sites/moyaux/counters': () => ok({ items: queue().counters }),
    'POST /sites/moyaux/counters': (_, body) => {
      counters.push({ ...counter(`c${counters.length + 1}`, '', false), ...(body as object) })
      return ok(counters.at(-1), 201)
    },
    'PUT /counters/(\\w+)': (request, body, [id]) => {
      const at = counters.findIndex((one) => one.id === id)
      if (request.headers.get('If-Match') !== `"${counters[at]!.version}"`) return refuse(412, 'stale', 'périmé')
      counters[at] = { ...counters[at]!, ...(body as object), version: counters[at]!.version + 1 }
      return ok(counters[at])
    },
    'DELETE /counters/(\\w+)': (_, __, [id]) => {
      counters.splice(counters.findIndex((one) => one.id === id), 1)
      return { status: 204 }
    },
    'GET /sites/moyaux/devices': () => ok({ items: devices.map(({ key: _, ...device }) => device) }),
    'POST /sites/moyaux/devices': (_, { name }) => {
      devices.push({ id: `d${devices.length + 1}`, name: name as string, createdAt: now(), key: KIOSK })
      return ok(devices.at(-1), 201)
    },
    'DELETE /devices/(\\w+)': (_, __, [id]) => {
      devices.splice(devices.findIndex((one) => one.id === id), 1)
      return { status: 204 }
    },
  }

  return {
    visits,
    answers,
    tickets,
    counters,
    agenda,
    notices,
    newcomer,
    house,
    settings,
    act,
    changed,
    /** Every stream ends at once, as when a network goes. */
    cut: () => {
      for (const one of streams) one.error(new TypeError('network error'))
      streams.clear()
    },
    listeners: () => streams.size,
  }
}

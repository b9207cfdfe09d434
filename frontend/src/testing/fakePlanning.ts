import type { Feed } from '@/api/feeds'
import type { EventForm, OpenEvent, WorkshopForm } from '@/api/events'
import type { Conflict, HouseSession, Permanence, PermanenceForm, PreviewSession, Touched } from '@/api/planning'
import { fold } from '@/text'
import { plusDays, weekdayOf } from '@/time'
import type { Answerer, Reply } from './fakeApi'
import { CAF, FRANCE_TITRES, HOUSES, PROCEDURES, slotAt } from './world'

const ok = (body: unknown, status = 200, headers?: Record<string, string>): Reply => ({ status, body, ...(headers ? { headers } : {}) })
const refuse = (status: number, code: string, detail: string, more = {}): Reply => ({
  status, type: 'application/problem+json', body: { type: `/problems/${code}`, title: code, status, detail, ...more },
})
const ref = (id: string) => {
  const { code, title } = PROCEDURES.find((one) => one.id === id)!
  return { id, code, title }
}

const whole = ({ fr, en = fr }: EventForm['title']) => ({ fr, en })

export function permanence(id: string, more: Partial<Permanence> = {}): Permanence {
  return {
    id, siteId: 'moyaux', host: 'partner', partner: CAF, procedures: [ref('housing')], rrule: 'FREQ=WEEKLY;BYDAY=TU,TH', firstDate: '2026-09-01', from: '09:00',
    to: '12:00', openOnHolidays: false, mode: 'appointment', slotMinutes: 30, capacity: 1, noticeMinutes: 60, horizonDays: 60, changeDeadlineMinutes: 120,
    exceptions: [], confirmHours: 48, keptPhone: 0, keptWalkIn: 0, room: 'Bureau 2', ...more,
  }
}

function session(id: string, date: string, from: string, to: string, more: Partial<HouseSession> = {}): HouseSession {
  return {
    id, version: 0, siteId: 'moyaux', site: HOUSES[0]!, procedures: [], actions: [], permanenceId: 'p1', date, start: `${date}T${from}:00+01:00`, end: `${date}T${to}:00+01:00`, confirmBy: `${date}T08:00:00+01:00`, mode: 'appointment', state: 'planned',
    unconfirmed: false, host: 'partner', partner: CAF, booked: 2, places: 6, room: 'Bureau 2', withdrawn: false, ...more,
  }
}

const touched = (reference: string, firstName: string, lastName: string, time: string, proposals = [slotAt('2026-11-26', '09:30', 'housing'), slotAt('2026-11-26', '10:00', 'housing')], mayKeep = true): Touched => ({
  reference, firstName, lastName, start: `2026-11-24T${time}:00+01:00`, end: `2026-11-24T${time}:00+01:00`, procedure: ref('housing'), sessionId: 's1', mayKeep, proposals,
})

/** Permanences, events and feeds as far as the screens need them; their rules are the API's to test. */
export function fakePlanning() {
  const version = { p1: 3 } as Record<string, number>
  const permanences: Permanence[] = [
    permanence('p1'),
    permanence('p2', { host: 'house', partner: undefined, procedures: [ref('licence')], rrule: 'FREQ=MONTHLY;BYDAY=2WE', mode: 'walkIn', room: undefined }),
    permanence('p3', { partner: FRANCE_TITRES, procedures: [ref('card')], rrule: 'FREQ=YEARLY;BYMONTH=3;BYDAY=1MO', untilDate: '2026-03-31', firstDate: '2025-01-01' }),
  ]
  const sessions: HouseSession[] = [
    session('s1', '2026-11-24', '09:00', '12:00', { state: 'confirmed', lateMinutes: 20 }),
    session('s2', '2026-11-24', '10:00', '11:30', { permanenceId: 'p2', host: 'house', partner: undefined, mode: 'walkIn', room: undefined }),
    session('s3', '2026-11-26', '09:00', '12:00', { unconfirmed: true }),
    session('s4', '2026-11-27', '14:00', '17:00', { state: 'cancelled', reason: 'agent malade', partner: FRANCE_TITRES }),
  ]
  /** What the next previews and changes find. */
  const found: { conflicts: Conflict[]; touched: Touched[] } = { conflicts: [], touched: [] }
  const event: OpenEvent = {
    id: 'e1', code: 'portes-ouvertes', title: { fr: 'Portes ouvertes de novembre', en: 'Open doors of November' },
    summary: { fr: 'Venez voir ce que la maison peut faire pour vous.', en: 'Come and see what the house can do for you.' },
    firstDate: '2026-11-23', lastDate: '2026-11-28', published: true, actions: ['change', 'remove'],
    sessions: [
      {
        sessionId: 'w1', permanenceId: 'pw1', siteId: 'moyaux', site: HOUSES[0]!, title: { fr: 'Découvrir le compte famille', en: 'Discover the family account' },
        start: '2026-11-26T09:30:00+01:00', end: '2026-11-26T11:30:00+01:00', state: 'planned', capacity: 12, remaining: 5, procedureId: 'licence', slotId: '2026-11-26-09:30', mode: 'appointment',
      },
      {
        sessionId: 'w2', permanenceId: 'pw2', siteId: 'lieue', site: HOUSES[1]!, title: { fr: 'Atelier numérique', en: 'Digital workshop' },
        start: '2026-11-27T14:00:00+01:00', end: '2026-11-27T16:00:00+01:00', state: 'planned', capacity: 8, remaining: 0, procedureId: 'licence', mode: 'appointment',
      },
      {
        sessionId: 'w3', permanenceId: 'pw3', siteId: 'moyaux', site: HOUSES[0]!, title: { fr: 'Visite de la maison', en: 'Tour of the house' },
        start: '2026-11-28T10:00:00+01:00', end: '2026-11-28T11:00:00+01:00', state: 'cancelled', capacity: 8, remaining: 8, procedureId: 'licence', mode: 'appointment',
      },
    ],
  }
  const events = [event]
  const seen = { event: 1 }
  const feeds: Feed[] = [{ id: 'f1', kind: 'site', title: { fr: 'Moyaux', en: 'Moyaux' }, createdAt: '2026-11-01T09:00:00+01:00', of: 'moyaux' }]

  /** Weekly rules only: enough to see something. */
  function occurrences({ rrule, from, to, firstDate, mode }: PermanenceForm): PreviewSession[] {
    const days = rrule.match(/BYDAY=([A-Z,]+)$/)?.[1]?.split(',') ?? []
    const begin = firstDate > '2026-11-23' ? firstDate : '2026-11-23'
    const wanted = Array.from({ length: 28 }, (_, at) => plusDays(begin, at)).filter((day) => days.includes(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][weekdayOf(day) - 1]!))
    return wanted.map((date) => {
      const [start, end] = [`${date}T${from}:00+01:00`, `${date}T${to}:00+01:00`]
      return { date, start, end, slots: mode === 'walkIn' ? [] : [{ start, end }] }
    })
  }
  const tag = (id: string) => ({ ETag: `"${version[id] ?? 0}"` })
  const stale = (request: Request, id: string) => request.headers.get('If-Match') !== `"${version[id] ?? 0}"`
  const inEvent = (code: string) => events.find((one) => one.code === code)

  const answers: Record<string, Answerer> = {
    'GET /partners': () => ok({ items: [CAF, { ...FRANCE_TITRES, bookingUrl: 'https://rdv.exemple.fr' }] }),
    'GET /permanences': () => ok({ items: permanences, nextCursor: null }),
    'GET /permanences/(\\w+)': (_, __, [id]) => {
      const one = permanences.find((other) => other.id === id)
      return one ? ok(one, 200, tag(one.id)) : refuse(404, 'not-found', '')
    },
    'POST /permanences': (_, body) => {
      const form = body as unknown as PermanenceForm
      const made = permanence('p9', { ...form, procedures: form.procedures.map(ref), partner: form.partnerId ? CAF : undefined })
      permanences.push(made)
      return ok(made, 201)
    },
    'DELETE /permanences/(\\w+)': (request, _, [id]) => {
      if (stale(request, id!)) return refuse(412, 'stale', 'périmé')
      if (id === 'p1') return refuse(409, 'conflict', 'Des rendez-vous y renvoient : donnez plutôt une date de fin.')
      permanences.splice(permanences.findIndex((one) => one.id === id), 1)
      return { status: 204 }
    },
    'POST /permanence-previews': (_, { form }) => ok({ conflicts: found.conflicts, sessions: form ? occurrences(form as PermanenceForm) : [], touched: found.touched }),
    'POST /permanence-changes': (request, { permanenceId, decisions }) => {
      const id = String(permanenceId)
      if (stale(request, id)) return refuse(412, 'stale', 'périmé')
      const made = decisions as { reference: string; decision: string }[]
      const missing = found.touched.filter(({ reference }) => !made.some((one) => one.reference === reference))
      if (missing.length) return refuse(409, 'decisions-missing', 'Il manque des décisions.', { touched: missing })
      const count = (decision: string) => made.filter((one) => one.decision === decision).length
      return ok({ permanence: permanences[0], kept: count('keep'), moved: count('move'), cancelled: count('cancel') })
    },
    'GET /events': () => ok({ items: events }),
    'POST /events': (_, body) => {
      const form = body as unknown as EventForm
      const made: OpenEvent = { ...form, title: whole(form.title), summary: whole(form.summary), published: form.published ?? false, code: fold(form.title.fr).replace(/ /g, '-'), id: 'e9', sessions: [], actions: ['change', 'remove'] }
      events.push(made)
      return ok(made, 201)
    },
    'GET /events/([\\w-]+)': (_, __, [code]) => {
      const one = inEvent(code!)
      return one ? ok(one, 200, { ETag: `"${seen.event}"` }) : refuse(404, 'not-found', '')
    },
    'PUT /events/([\\w-]+)': (request, body, [code]) => {
      if (request.headers.get('If-Match') !== `"${seen.event}"`) return refuse(412, 'stale', 'périmé')
      seen.event++
      return ok(Object.assign(inEvent(code!)!, body), 200, { ETag: `"${seen.event}"` })
    },
    'DELETE /events/([\\w-]+)': () => refuse(409, 'conflict', 'Des personnes ont réservé.'),
    'POST /events/([\\w-]+)/workshops': (_, body, [code]) => {
      const form = body as unknown as WorkshopForm
      const made = {
        ...event.sessions[0]!, sessionId: 'w9', permanenceId: 'pw9', title: whole(form.title), start: `${form.date}T${form.from}:00+01:00`, end: `${form.date}T${form.to}:00+01:00`,
        capacity: form.capacity, remaining: form.capacity,
      }
      inEvent(code!)!.sessions.push(made)
      return ok(made, 201)
    },
    'DELETE /events/([\\w-]+)/workshops/(\\w+)': (_, __, [code, id]) => {
      const one = inEvent(code!)!
      one.sessions = one.sessions.filter(({ permanenceId }) => permanenceId !== id)
      return { status: 204 }
    },
    'GET /events/([\\w-]+)/figures': () => {
      const count = { places: 12, booked: 7, attended: 4, absent: 1, excused: 0, unmarked: 2, walkIns: 3 }
      return ok({ total: count, sessions: [{ session: event.sessions[0], figures: count }] })
    },
    'GET /calendar-feeds': () => ok({ items: feeds }),
    'POST /calendar-feeds': (_, { kind, id }) => {
      const made = { id: `f${feeds.length + 1}`, kind: kind as Feed['kind'], title: { fr: 'x', en: 'x' }, createdAt: '2026-11-23T09:00:00+01:00', of: String(id) }
      feeds.push(made)
      return ok({ ...made, url: 'https://porte.example/api/v1/feeds/s3cr3t.ics' }, 201)
    },
    'DELETE /calendar-feeds/(\\w+)': (_, __, [id]) => {
      feeds.splice(feeds.findIndex((one) => one.id === id), 1)
      return { status: 204 }
    },
  }
  /** A week with one of each kind. */
  const week: Answerer = (request) => {
    const query = new URL(request.url).searchParams
    return ok({ items: sessions.filter(({ date }) => date >= query.get('from')! && date < query.get('to')!), nextCursor: null })
  }
  return { answers, week, permanences, sessions, version, found, touched, event, events, seen, feeds }
}

export type FakePlanning = ReturnType<typeof fakePlanning>

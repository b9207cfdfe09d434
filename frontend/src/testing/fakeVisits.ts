import type { Ticket } from '@/api/queue'
import type { Attendance, Channel, Mark, SiteVisit, VisitsOfDay, VisitToNote } from '@/api/visits'
import { clock } from '@/time'
import type { Answerer, Reply } from './fakeApi'
import { noted as asNoted } from './fakePartners'
import { CAF, PAPERS } from './world'

const ok = (body: unknown, status = 200): Reply => ({ status, body })

/** What is noted of a house's own visits, and what is counted without a number. */
export function fakeVisits() {
  const noted = new Map<string, Mark>()
  /** All that was ever noted of each. */
  const versions = new Map<string, Attendance[]>()
  const current = (id: string) => (noted.has(id) ? versions.get(id)?.at(-1) : undefined)
  const stale: Reply = { status: 412, type: 'application/problem+json', body: { type: '/problems/stale', title: 'stale', status: 412, detail: 'Relisez puis refaites votre changement.' } }
  function say(id: string, mark: Mark, by: string): Attendance {
    const before = versions.get(id) ?? []
    const said = { ...asNoted(mark, before.length + 1, clock.now()), by }
    versions.set(id, [...before, said])
    noted.set(id, mark)
    return said
  }
  const counted: { id: string; channel: Channel; at: string }[] = []

  const answers: Record<string, Answerer> = {
    'GET /tickets/(t[AR]\\w+)/attendance': (_, __, [id]) => ok({ current: current(id!), versions: versions.get(id!) ?? [] }),
    'PUT /tickets/(t[AR]\\w+)/attendance': (request, body, [id]) =>
      request.headers.get('If-Match') === `"${current(id!)?.version ?? 0}"` ? ok(say(id!, body as unknown as Mark, 'claire')) : stale,
    'DELETE /tickets/(t[AR]\\w+)/attendance': (_, __, [id]) => {
      noted.delete(id!)
      return { status: 204 }
    },
    'GET /sites/moyaux/counted-visits': () => {
      const channels = [...new Set(counted.map(({ channel }) => channel))]
      return ok({ items: channels.map((channel) => ({ channel, number: counted.filter((one) => one.channel === channel).length })) })
    },
    'POST /sites/moyaux/counted-visits': (_, { channel }) => {
      const made = { id: `v${counted.length + 1}`, version: 1, channel: channel as Channel }
      counted.push({ ...made, at: clock.now().toISOString() })
      say(made.id, { outcome: 'attended', channel: made.channel }, 'claire')
      return ok(made, 201)
    },
    'GET /counted-visits/(\\w+)/attendance': (_, __, [id]) => ok({ current: current(id!), versions: versions.get(id!) ?? [] }),
    'PUT /counted-visits/(\\w+)/attendance': (request, body, [id]) => {
      if (request.headers.get('If-Match') !== `"${current(id!)?.version ?? 0}"`) return stale
      const channel = (body as unknown as Mark).channel ?? 'counter'
      if (!counted.some((one) => one.id === id)) counted.push({ id: id!, channel, at: clock.now().toISOString() })
      return ok(say(id!, body as unknown as Mark, 'claire'))
    },
    'DELETE /counted-visits/(\\w+)/attendance': (_, __, [id]) => {
      counted.splice(counted.findIndex((one) => one.id === id), 1)
      noted.delete(id!)
      return { status: 204 }
    },
  }

  function toNote(done: Ticket[]): VisitToNote[] {
    return done
      .filter(({ id }) => !noted.has(id))
      .map(({ id, number, counterId, procedure }) => ({
        ticketId: id, number, counterId, endedAt: clock.now().toISOString(), procedure, partner: CAF, documents: PAPERS.map(({ id: paper, label }) => ({ id: paper, label })),
      }))
      .reverse()
  }

  /** Of a day, page by page: what is earlier than today is put there by a test. */
  const earlier: SiteVisit[] = []
  function ofDay(done: Ticket[], date: string, cursor: string | null): VisitsOfDay {
    const now = clock.now().toISOString()
    const calls = counted.map(({ id, at }) => ({ countedId: id, at, documents: [], noted: current(id) }))
    const numbers = done.map(({ id, number, procedure }) => ({ ticketId: id, number, at: now, procedure, partner: CAF, documents: [], noted: current(id) }))
    const all: SiteVisit[] = date === now.slice(0, 10) ? [...calls, ...numbers].reverse() : earlier.filter(({ at }) => at.startsWith(date)).map((one) => ({ ...one, noted: current((one.ticketId ?? one.countedId)!) }))
    const from = Number(cursor ?? 0)
    return { date, earliest: '2025-11-23', items: all.slice(from, from + 20), nextCursor: from + 20 < all.length ? String(from + 20) : null }
  }

  return { answers, toNote, ofDay, earlier, noted, say, counted }
}

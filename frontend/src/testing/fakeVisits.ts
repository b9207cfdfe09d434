import type { Ticket } from '@/api/queue'
import type { Attendance, Channel, Mark, VisitToNote } from '@/api/visits'
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
  const counted: { id: string; channel: Channel }[] = []

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
      counted.push(made)
      return ok(made, 201)
    },
    'DELETE /counted-visits/(\\w+)/attendance': (_, __, [id]) => {
      counted.splice(counted.findIndex((one) => one.id === id), 1)
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

  return { answers, toNote, noted, say, counted }
}

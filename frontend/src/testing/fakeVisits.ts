import type { Ticket } from '@/api/queue'
import type { Channel, Mark, VisitToNote } from '@/api/visits'
import { clock } from '@/time'
import type { Answerer, Reply } from './fakeApi'
import { CAF, PAPERS } from './world'

const ok = (body: unknown, status = 200): Reply => ({ status, body })

/** What is noted of a house's own visits, and what is counted without a number. */
export function fakeVisits() {
  const noted = new Map<string, Mark>()
  const counted: { id: string; channel: Channel }[] = []

  const answers: Record<string, Answerer> = {
    'PUT /tickets/(t[AR]\\w+)/attendance': (_, body, [id]) => {
      noted.set(id!, body as unknown as Mark)
      return ok({ papersMissing: false, channel: 'counter', aidantsConnect: false, administrationPlus: false, ...body, procedures: [], documents: [], version: 1, date: '2026-11-23', at: clock.now().toISOString(), by: 'claire' })
    },
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

  return { answers, toNote, noted, counted }
}

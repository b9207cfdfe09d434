import { computed, ref } from 'vue'
import type { Site } from '@/api'
import { readQueue, streamQueue, type Ticket } from '@/api/queue'
import type { VisitToNote } from '@/api/visits'
import type { Begun } from '../visit/useDetails'
import { useNow } from '@/ui'
import { type DoneLine, useDone } from '@/ui/useDone'
import { useLive } from '../useLive'
import { useNoting } from '../visit/useNoting'
import { actOf } from './acts'
import { boardRefusal } from './refusal'
import { useAgenda } from './useAgenda'
import { useCalling } from './useCalling'
import { useCounter } from './useCounter'
import { usePlaces } from './usePlaces'
import { useSent } from './useSent'
import { useLastVisit } from './useLastVisit'
import { useTickets } from './useTickets'
import { useTurns } from './useTurns'

/** What lies over the board. */
export type Over =
  | { kind: 'number' | 'keys'; ticket?: undefined }
  | { kind: 'reason' | 'person' | 'transfer' | 'issued' | 'correction'; ticket: Ticket }
  | { kind: 'visit'; visit: VisitToNote; begun: Begun; ticket?: undefined }

/** So many acts can be taken back, one after another. */
const MEMORY = 10

/** A house's day as one clerk sees and changes it. */
export function useBoard(site: Site) {
  const live = useLive({ read: () => readQueue(site.id), stream: (listener) => streamQueue(site.id, listener) })
  const queue = live.data
  const agenda = useAgenda(site.id, queue)
  const { counter, choose, ...own } = useCounter(site.id, queue)
  const done = useDone({ memory: MEMORY, explain: boardRefusal, after: () => void live.refresh() })
  const places = usePlaces()
  const over = ref<Over | null>(null)
  const here = useNow()
  /** Now by the server's clock, in milliseconds. */
  const now = computed(() => here.value + live.skew.value)
  const nextId = computed(() => (counter.value && queue.value?.nextByCounter[counter.value.id]) || null)
  const next = computed(() => queue.value?.waiting.find(({ id }) => id === nextId.value) ?? null)

  const run: DoneLine['run'] = (work) => {
    places.act()
    return done.run(work)
  }

  const sent = useSent()
  useTurns(queue, now, live.refresh)
  const calling = useCalling({ counter, nextId, choose, sent, run, askReason: (ticket) => (over.value = { kind: 'reason', ticket }) })
  const tickets = useTickets({ siteId: site.id, sent, run, arrived: agenda.reload, issued: (ticket) => (over.value = { kind: 'issued', ticket }) })

  const noting = useNoting(site.id, run)
  const lastVisit = useLastVisit({ queue, counter, noting, now })

  /** The last thing done here, else what was done last with the person at the counter. */
  function undo(): Promise<void> {
    places.act()
    const ticket = counter.value?.ticket
    return done.undo(ticket?.allowed.includes('undo') ? actOf(ticket, ticket.number, sent) : undefined)
  }

  /** What was refused before it was even asked for. */
  function refuse(said: string): void {
    places.act()
    refused.value = said
  }

  const { busy, refused } = done
  return { site, ...live, queue, agenda, counter, choose, ...own, done, busy, refused, refuse, places, sent, run, over, now, next, nextId, noting, visits: noting.visits, ...lastVisit, ...calling, ...tickets, undo }
}

export type Board = ReturnType<typeof useBoard>

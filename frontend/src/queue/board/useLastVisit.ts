import { computed, type Ref, ref, watch } from 'vue'
import type { Counter, Queue } from '@/api/queue'
import type { Noting } from '../visit/useNoting'

interface Parts {
  queue: Ref<Queue | null>
  /** The clerk's own; null until one is chosen. */
  counter: Ref<Counter | null>
  noting: Noting
  /** By the server's clock, in milliseconds. */
  now: Ref<number>
}

/** Afterwards nobody remembers it at the counter: the list still asks for it. */
const FRESH = 30 * 60_000

/**
 * The visit that ended last at one's own counter and waits to be noted, unless it was put off. Whoever called the next person at once has no
 * room and no time for it: the list asks for it later.
 */
export function useLastVisit({ queue, counter, noting, now }: Parts) {
  const later = ref<string[]>([])
  /** Something else than the key says is being said of it: which papers, or who helps. */
  const asking = ref(false)
  const isFresh = (endedAt: string) => now.value - Date.parse(endedAt) < FRESH
  const lastVisit = computed(() => {
    const own = counter.value
    if (!own || own.ticket) return null
    return noting.visits.value.find(({ counterId, ticketId, endedAt }) => counterId === own.id && isFresh(endedAt) && !later.value.includes(ticketId)) ?? null
  })
  // Who is served from now on, or no more: the list changes with them.
  const ended = computed(() => queue.value?.finished.map(({ id, state }) => id + state).sort().join() ?? '')
  watch(ended, (_, before) => {
    if (before !== undefined) void noting.reload()
  })

  /** As the number says, and done: for most visits. */
  const noteSolved = () => lastVisit.value && !asking.value && noting.note(lastVisit.value, { outcome: 'attended', result: 'solved' })
  const putOff = () => lastVisit.value && later.value.push(lastVisit.value.ticketId)
  watch(() => lastVisit.value?.ticketId, () => (asking.value = false))
  return { lastVisit, asking, noteSolved, putOff }
}

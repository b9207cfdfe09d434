import { computed, type Ref } from 'vue'
import type { Counter, Queue } from '@/api/queue'
import { agent } from '@/login'
import { kept } from '@/ui'

/** Which counter is this agent's, for each house; the tab remembers it. */
const chosen = kept<{ counters: Record<string, string> }>('counter', () => ({ counters: {} }))

export function forgetCounters(): void {
  chosen.$reset()
}

/** The agent's own counter among those of the house. */
export function useCounter(siteId: string, queue: Ref<Queue | null>) {
  const counters = computed<Counter[]>(() => queue.value?.counters ?? [])
  const counter = computed<Counter | null>(() => {
    const open = counters.value.filter((one) => one.open)
    const known = open.find(({ id }) => id === chosen.counters[siteId])
    // Opened in another tab, or before this one was closed: then there is nothing to choose.
    const own = open.filter(({ openedBy }) => openedBy && openedBy === agent.value?.username)
    return known ?? (own.length === 1 ? own[0]! : null)
  })

  function choose(id: string): void {
    chosen.counters = { ...chosen.counters, [siteId]: id }
  }

  return { counters, counter, choose }
}

import { computed, type Ref } from 'vue'
import type { Counter, Queue } from '@/api/queue'
import { agent } from '@/login'
import { kept } from '@/ui'

/** Which desk is this agent's, for each house; the tab remembers it. */
const chosen = kept<{ desks: Record<string, string> }>('desk', () => ({ desks: {} }))

export function forgetDesks(): void {
  chosen.$reset()
}

/** The agent's own desk among those of the house. */
export function useDesk(siteId: string, queue: Ref<Queue | null>) {
  const desks = computed<Counter[]>(() => queue.value?.counters ?? [])
  const desk = computed<Counter | null>(() => {
    const open = desks.value.filter((one) => one.open)
    const known = open.find(({ id }) => id === chosen.desks[siteId])
    // Opened in another tab, or before this one was closed: then there is nothing to choose.
    const own = open.filter(({ openedBy }) => openedBy && openedBy === agent.value?.username)
    return known ?? (own.length === 1 ? own[0]! : null)
  })

  function choose(id: string): void {
    chosen.desks = { ...chosen.desks, [siteId]: id }
  }

  return { desks, desk, choose }
}

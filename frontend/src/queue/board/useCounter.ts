import { computed, type Ref, watch } from 'vue'
import type { Counter, Queue } from '@/api/queue'
import { agent } from '@/login'
import { kept } from '@/ui'

/** Which counter is this agent's, for each house; the tab remembers it. */
const chosen = kept<{ by: string; counters: Record<string, string> }>('counter', () => ({ by: '', counters: {} }))

export function forgetCounters(): void {
  chosen.$reset()
}

/** The agent's own counter among those of the house: the one that they opened, or took over, last. */
export function useCounter(siteId: string, queue: Ref<Queue | null>) {
  const counters = computed<Counter[]>(() => queue.value?.counters ?? [])
  const me = () => agent.value?.username ?? ''
  const isOwn = (one: Counter) => one.open && one.openedBy === me()
  const last = computed(() => counters.value.find(({ id }) => chosen.by === me() && id === chosen.counters[siteId]) ?? null)
  /** The counter that was this agent's until a colleague took it over. */
  const taken = computed<Counter | null>(() => (last.value?.open && !isOwn(last.value) ? last.value : null))
  const counter = computed<Counter | null>(() => {
    if (last.value && isOwn(last.value)) return last.value
    // Somebody took it over: which one is theirs now is for the clerk to say.
    if (taken.value) return null
    // Opened in another tab, or before this one was closed: then there is nothing to choose.
    const own = counters.value.filter(isOwn)
    return own.length === 1 ? own[0]! : null
  })

  function choose(id: string): void {
    Object.assign(chosen, { by: me(), counters: { ...(chosen.by === me() ? chosen.counters : {}), [siteId]: id } })
  }

  // Also one that nobody had to choose is missed when a colleague takes it over.
  watch(counter, (one) => one && one.id !== last.value?.id && choose(one.id), { immediate: true })

  return { counters, counter, taken, isOwn, choose }
}

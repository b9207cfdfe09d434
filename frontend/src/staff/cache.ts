import { notifyManager, QueryClient } from '@tanstack/vue-query'
import { watch } from 'vue'
import { ApiProblem, NoAnswer } from '@/api'
import { agent, sessionOver } from '@/login'
import type { Key } from './keys'

/** A read that failed is tried again so many times, the first time after so many milliseconds. */
const [TRIES, SOON] = [2, 800]
/** What no screen shows is forgotten after this long, in milliseconds: it names people. */
const KEEP = 5 * 60_000

// Vue gathers what changes by itself, so a screen knows at once what was just written.
notifyManager.setScheduler((tell) => tell())

/** What staff have read, in memory only: nothing of it reaches a storage, and it goes with the page. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      retry: tryAgain,
      retryDelay: (tried) => SOON * 2 ** tried,
      gcTime: KEEP,
      refetchOnReconnect: true,
      // The browser's word for "offline" is not asked: a request that fails says more.
      networkMode: 'always',
    },
  },
})
// Its ears for a window that is looked at again and a network that is back.
cache.mount()

/** A refusal stays a refusal; when the server says how long to wait, the screen counts it down. */
export function tryAgain(tried: number, error: Error): boolean {
  const mayPass = error instanceof NoAnswer || (error instanceof ApiProblem && error.status >= 500 && error.retryAfter === null)
  return tried < TRIES && mayPass
}

// Whoever logs in next on this counter finds nothing of whoever was here before.
watch(() => agent.value?.username, () => cache.clear(), { flush: 'sync' })

// Whoever is back sees the day as it is now; what is being edited stays under the hand.
watch(sessionOver, (over) => {
  if (!over && agent.value) void cache.refetchQueries({ type: 'active', stale: true })
})

/** After a command: what is on the screen is read again, and what is not is forgotten, lest it be shown as it was. */
export async function readAgain(...keys: Key[]): Promise<void> {
  forget(...keys)
  await Promise.all(keys.map((queryKey) => cache.invalidateQueries({ queryKey })))
}

/** The same for what is not on the screen only: what somebody looks at stays where it is. */
export function forget(...keys: Key[]): void {
  for (const queryKey of keys) cache.removeQueries({ queryKey, type: 'inactive' })
}

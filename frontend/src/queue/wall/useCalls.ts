import { ref, type Ref, watch } from 'vue'
import type { Board, BoardCall } from '@/api/queue'

/** A call older than this when the screen hears of it, in milliseconds, is shown but no longer announced. */
const STALE = 120_000

/** The calls that were not announced yet, each once and in their order; those that were there at the start are not. */
export function useCalls(board: Ref<Board | null>, announce: (call: BoardCall) => void) {
  /** The number that is shown as being called right now; for the eye that looks up late. */
  const fresh = ref('')
  let last: number | null = null

  watch(board, (now) => {
    if (!now) return
    const before = last
    last = Math.max(before ?? 0, 0, ...now.calls.map(({ seq }) => seq))
    if (before === null) return
    const unheard = now.calls.filter((call) => call.seq > before && Date.parse(now.now) - Date.parse(call.calledAt) < STALE)
    for (const call of unheard.sort((one, other) => one.seq - other.seq)) {
      fresh.value = call.number
      announce(call)
    }
  }, { flush: 'sync' })

  return { fresh }
}

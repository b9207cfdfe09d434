import { onScopeDispose, watch } from 'vue'
import { clock } from '@/time'

/** A moment after it, so that the server's clock is there, too; and never faster than this. In milliseconds. */
const [AFTER, LEAST] = [500, 5_000]

/** Calls `again` at the instant at which what was read stops being true, though nothing happens: a house closes. `skew` as in useLive. */
export function useTurn(validUntil: () => string | undefined, again: () => unknown, skew: () => number = () => 0): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    validUntil,
    function wait(at): void {
      clearTimeout(timer)
      if (!at) return
      const left = Date.parse(at) - clock.now().getTime() - skew() + AFTER
      timer = setTimeout(() => {
        void again()
        // Asked again where the answer is the same: this device may have been ahead.
        timer = setTimeout(() => wait(validUntil()), LEAST)
      }, Math.max(left, AFTER))
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
}

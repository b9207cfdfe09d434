import { computed, onScopeDispose, ref } from 'vue'
import { clock } from '@/time'

/** Seconds left until a moment of this device's clock (milliseconds), never below 0; null without one. */
export function useCountdown(until: () => number | null) {
  const now = ref(clock.now().getTime())
  const ticking = setInterval(() => (now.value = clock.now().getTime()), 1000)
  onScopeDispose(() => clearInterval(ticking))
  return computed(() => {
    const end = until()
    return end ? Math.max(0, Math.ceil((end - now.value) / 1000)) : null
  })
}

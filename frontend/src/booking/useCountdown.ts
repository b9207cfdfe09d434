import { computed, onScopeDispose, ref } from 'vue'
import { clock } from '@/time'

/** Seconds left until an instant, never below 0; null without one. */
export function useCountdown(until: () => string | null | undefined) {
  const now = ref(clock.now().getTime())
  const ticking = setInterval(() => (now.value = clock.now().getTime()), 1000)
  onScopeDispose(() => clearInterval(ticking))
  return computed(() => {
    const end = until()
    return end ? Math.max(0, Math.ceil((Date.parse(end) - now.value) / 1000)) : null
  })
}

import { onScopeDispose, ref, type Ref } from 'vue'
import { clock } from '@/time'

/** The time now in milliseconds, for a screen that counts minutes or shows a clock; `every` in milliseconds. */
export function useNow(every = 10_000): Ref<number> {
  const now = ref(clock.now().getTime())
  const ticking = setInterval(() => (now.value = clock.now().getTime()), every)
  onScopeDispose(() => clearInterval(ticking))
  return now
}

import { computed, onScopeDispose, ref } from 'vue'
import { clock } from '@/time'

/** Without a touch the kiosk returns to its start after this long, and says so before; in milliseconds. */
const [IDLE, WARNING] = [60_000, 15_000]

/** The way back to the start, for whoever walked away in the middle. */
export function useReturn(isAway: () => boolean, goHome: () => void) {
  let touched = clock.now().getTime()
  const left = ref(IDLE)
  const seconds = computed(() => Math.ceil(left.value / 1000))
  const warning = computed(() => left.value <= WARNING)

  function touch(): void {
    touched = clock.now().getTime()
    left.value = IDLE
  }

  const ticking = setInterval(() => {
    if (!isAway()) return touch()
    left.value = IDLE - (clock.now().getTime() - touched)
    if (left.value > 0) return
    touch()
    goHome()
  }, 500)
  for (const kind of ['pointerdown', 'keydown'] as const) addEventListener(kind, touch)
  onScopeDispose(() => {
    clearInterval(ticking)
    for (const kind of ['pointerdown', 'keydown'] as const) removeEventListener(kind, touch)
  })
  return { seconds, warning, touch }
}

import { computed, onScopeDispose, reactive, ref } from 'vue'

/** The parts of the board where something can be done. */
export type Place = 'counter' | 'waiting' | 'away' | 'expected' | 'tools'

/** Where something was done: there it is said, and there it is taken back. What keys and scanners do belongs to the counter. */
export function usePlaces() {
  /** Where the hand was last; a dialog belongs to the place that it was opened from. */
  const hand = ref<Place>('counter')
  const acted = ref<Place>('counter')
  const shown = reactive(new Set<Place>())
  /** A place may be gone by then: its last person was called. */
  const place = computed<Place>(() => (shown.has(acted.value) ? acted.value : 'counter'))

  function onClick({ target }: Event): void {
    const found = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null
    if (found) hand.value = found.dataset.place as Place
  }
  addEventListener('click', onClick, { capture: true })
  onScopeDispose(() => removeEventListener('click', onClick, { capture: true }))

  /** Something is done now, wherever the hand is. */
  const act = () => (acted.value = hand.value)
  const byKey = () => (hand.value = 'counter')
  return { place, shown, act, byKey }
}

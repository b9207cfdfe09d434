import { type ComputedRef, computed, ref, type Ref, watch } from 'vue'

/** Holds the height that an element had when an act on it began: what goes with the act moves nothing below it. */
export function useHeldHeight(element: Readonly<Ref<HTMLElement | null>>, acting: () => boolean): ComputedRef<{ minHeight?: string }> {
  const height = ref<string>()
  watch(acting, (on) => {
    if (on && element.value) height.value = `${element.value.offsetHeight}px`
  })
  return computed(() => ({ minHeight: height.value }))
}

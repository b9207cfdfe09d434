import { onScopeDispose, type Ref, ref, watch } from 'vue'

/** Whether something is wider than its place, so that one has to slide it. */
export function useCut(element: Readonly<Ref<HTMLElement | null | undefined>>): Ref<boolean> {
  const cut = ref(false)
  const look = ([entry]: ResizeObserverEntry[]) => (cut.value = entry!.target.scrollWidth > entry!.target.clientWidth)
  const observer = typeof ResizeObserver === 'function' ? new ResizeObserver(look) : undefined
  watch(element, (now) => {
    observer?.disconnect()
    if (now) observer?.observe(now)
  }, { immediate: true, flush: 'post' })
  onScopeDispose(() => observer?.disconnect())
  return cut
}

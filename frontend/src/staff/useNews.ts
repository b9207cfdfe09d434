import { computed, type ComputedRef, type Ref, watch } from 'vue'
import { cache } from './cache'
import type { Key } from './keys'

/** Whether anything was read since this page was opened; until then it shows what another page had read, or nothing. */
export function useNews(key: () => Key, readAt: Ref<number>): ComputedRef<boolean> {
  let before = 0
  watch(key, (now) => (before = cache.getQueryState(now)?.dataUpdatedAt ?? 0), { immediate: true, flush: 'sync' })
  return computed(() => readAt.value > before)
}

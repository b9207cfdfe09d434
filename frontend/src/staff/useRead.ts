import { keepPreviousData, useQuery, type UseQueryOptions } from '@tanstack/vue-query'
import { computed, type ComputedRef, ref, type WritableComputedRef } from 'vue'
import type { Failure } from '@/api'
import { failureOf } from '@/ui'
import { cache } from './cache'
import type { Key } from './keys'
import { useNews } from './useNews'

export interface Reading<T> {
  /** Null until it is known; what is put here is kept as if it had been read. */
  data: WritableComputedRef<T | null>
  failure: ComputedRef<Failure | null>
  /** Somebody waits for the answer: what is only read again behind the scenes is not busy. */
  busy: ComputedRef<boolean>
  reload: () => Promise<void>
}

export interface How {
  /** Read again this often, in milliseconds, while the page is looked at. */
  every?: number
  /** Not by itself now: somebody is in the midst of something that an answer would move. */
  unless?: () => boolean
  /** Only when there is something to ask for. */
  when?: () => boolean
  /** As good as new for so long, in milliseconds. */
  good?: number
  /** For what is being edited: read when its page opens and when somebody asks, never by itself under the hand. */
  still?: boolean
}

const STILL = { staleTime: Infinity, gcTime: 0 } as const

/**
 * Reads something for a staff screen through the cache: one request for many readers, tried again when it fails, read
 * again when the window is looked at again. While another key is read, what was known stays.
 */
export function useRead<T>(key: () => Key, read: () => Promise<T>, how: How = {}): Reading<T> {
  const { every, unless = () => false, when = () => true, good = 0, still = false } = how
  const query = useQuery<T, Error, T, Key>(
    (): UseQueryOptions<T, Error, T, T, Key> => ({
      queryKey: key(),
      queryFn: read,
      enabled: when(),
      refetchInterval: every !== undefined && !unless() ? every : false,
      refetchOnWindowFocus: !still && !unless(),
      refetchOnReconnect: !still,
      placeholderData: keepPreviousData,
      shallow: true,
      ...(still ? STILL : { staleTime: good }),
    }),
    cache,
  )
  const asked = ref(false)
  const news = useNews(key, query.dataUpdatedAt)
  const waited = computed(() => asked.value || query.isPending.value || query.isPlaceholderData.value)
  const busy = computed(() => query.isFetching.value && waited.value)
  /** A reading behind the scenes that fails changes nothing for whoever is at work, unless the screen promises to be up to date. */
  const said = computed(() => every !== undefined || asked.value || !news.value)
  const failure = computed(() => (query.error.value && said.value && !busy.value ? failureOf(query.error.value) : null))

  const data = computed<T | null>({
    get: () => (query.data.value ?? null) as T | null,
    set: (found) => {
      // An answer that is still on its way is older than this.
      void cache.cancelQueries({ queryKey: key(), exact: true })
      cache.setQueryData<T>(key(), found ?? undefined)
    },
  })

  async function reload(): Promise<void> {
    asked.value = true
    const { isSuccess } = await query.refetch()
    if (isSuccess) asked.value = false
  }

  return { data, failure, busy, reload }
}

import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { failureOf } from '@/ui'
import { cache } from './cache'
import type { Key } from './keys'
import { useNews } from './useNews'

interface Page {
  nextCursor?: string | null
}

/** A list that comes page by page, through the cache like `useRead`; `fleeting`: forgotten with its screen. */
export function usePages<P extends Page>(key: () => Key, read: (cursor?: string) => Promise<P>, { fleeting = false } = {}) {
  const query = useInfiniteQuery<P, Error, InfiniteData<P>, Key, string | undefined>(
    () => ({
      queryKey: key(),
      queryFn: ({ pageParam }) => read(pageParam),
      initialPageParam: undefined,
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      shallow: true,
      ...(fleeting ? { gcTime: 0 } : {}),
    }),
    cache,
  )
  const pages = computed<P[] | null>(() => query.data.value?.pages ?? null)
  const news = useNews(key, query.dataUpdatedAt)
  const error = computed(() => (query.error.value ? failureOf(query.error.value) : null))
  const failure = computed(() => (news.value ? null : error.value))
  const moreFailure = computed(() => (query.isFetchNextPageError.value ? error.value : null))

  /** Puts what a command answered where it stands. */
  function change(to: (page: P) => P): void {
    cache.setQueryData<InfiniteData<P>>(key(), (found) => found && { ...found, pages: found.pages.map(to) })
  }

  async function reload(): Promise<void> {
    await query.refetch()
  }

  async function loadMore(): Promise<void> {
    if (query.hasNextPage.value && !query.isFetchingNextPage.value) await query.fetchNextPage()
  }

  return { pages, failure, reload, change, hasMore: query.hasNextPage, loadMore, loadingMore: query.isFetchingNextPage, moreFailure }
}

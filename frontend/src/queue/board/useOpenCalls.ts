import { computed, onScopeDispose } from 'vue'
import { readCallSheet } from '@/api/messages'
import { useLoad } from '@/ui'

/** A few calls a day: counted again this often, in milliseconds. */
const AGAIN = 300_000

/** How many people of a house wait for a call today; none while it is not known. */
export function useOpenCalls(siteId: string) {
  const { data, reload } = useLoad(() => readCallSheet(siteId))
  const ticking = setInterval(reload, AGAIN)
  onScopeDispose(() => clearInterval(ticking))
  return computed(() => (data.value?.items ?? []).filter(({ state }) => state === 'waiting').length)
}

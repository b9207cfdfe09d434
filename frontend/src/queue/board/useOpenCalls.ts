import { computed } from 'vue'
import { readCallSheet } from '@/api/messages'
import { keys, useRead } from '@/staff'

/** A few calls a day: counted again this often, in milliseconds. */
const AGAIN = 300_000

/** How many people of a house wait for a call today; none while it is not known. */
export function useOpenCalls(siteId: string) {
  const { data } = useRead(() => keys.message.calls(siteId), () => readCallSheet(siteId), { every: AGAIN })
  return computed(() => (data.value?.items ?? []).filter(({ state }) => state === 'waiting').length)
}

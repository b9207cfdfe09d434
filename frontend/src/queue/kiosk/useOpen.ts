import { computed, onScopeDispose } from 'vue'
import { readStatus } from '@/api/queue/status'
import { useLoad, useTurn } from '@/ui'

/** A manager may change the limit, a partner may be noted absent: asked for again this often, in milliseconds. */
const AGAIN = 30_000

/** Whether the house sees people now, and gives numbers: known before anybody types. Without an answer nothing is closed. */
export function useOpen(siteId: string) {
  const { data, reload } = useLoad(() => readStatus(siteId))
  const ticking = setInterval(reload, AGAIN)
  onScopeDispose(() => clearInterval(ticking))
  useTurn(() => data.value?.validUntil, reload)

  const numbers = computed(() => data.value?.numbers ?? [])
  /** The house is closed, and no permanence runs. */
  const closed = computed(
    () => data.value !== null && !data.value.open && numbers.value.every(({ refused }) => refused === 'notOpen' || refused === 'sessionOver'),
  )
  /** Why nobody who walks in gets a number; undefined: some do. */
  const nobody = computed(() => {
    if (!numbers.value.length || numbers.value.some(({ refused }) => !refused)) return undefined
    return numbers.value.some(({ refused }) => refused === 'noMoreNumbers') ? 'full' : 'byAppointment'
  })
  return { status: data, numbers, closed, nobody, reload }
}

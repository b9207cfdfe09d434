import { computed, ref, shallowRef } from 'vue'
import { type Failure, type Slot } from '@/api'
import { type SlotPage, staffSlots } from '@/api/queue'
import { isLocalDay, plusDays, today } from '@/time'
import { failureOf, useLoad } from './useLoad'

/** As many days as slots are made ahead; the API answers no more at once either. */
const AHEAD = 91

export interface SlotsWanted {
  siteId: string
  zone: string
  procedureId: string
  /** The person is here: only today counts. */
  present?: boolean
  /** The moment that the person has already: it is no other time. */
  notAt?: string
  /** Only theirs. */
  partnerId?: string
}

/** The free times of a procedure at a house as staff may give them, page after page, from today or another day on. */
export function useStaffSlots({ siteId, zone, procedureId, present, notAt, partnerId }: SlotsWanted) {
  const first = today(zone)
  const typed = ref<string | number>(first)
  const from = computed(() => (isLocalDay(typed.value) && typed.value > first ? typed.value : first))
  const days = () => ({ from: from.value, to: plusDays(from.value, present ? 1 : AHEAD) })
  const { data: page, failure, reload } = useLoad(() => staffSlots(siteId, procedureId, days()), () => from.value)

  const further = shallowRef<(SlotPage & { after: unknown }) | null>(null)
  const moreFailure = shallowRef<Failure | null>(null)
  const busy = ref(false)
  const more = computed(() => (further.value?.after === page.value ? further.value : null))
  const cursor = computed(() => (more.value ?? page.value)?.nextCursor ?? undefined)
  const fits = (slot: Slot) => (!notAt || Date.parse(slot.start) !== Date.parse(notAt)) && (!partnerId || slot.partnerId === partnerId)
  const slots = computed(() => page.value && [...page.value.items, ...(more.value?.items ?? [])].filter(fits))

  async function loadMore(): Promise<void> {
    if (busy.value || !cursor.value) return
    busy.value = true
    moreFailure.value = null
    const after = page.value
    try {
      const found = await staffSlots(siteId, procedureId, days(), cursor.value)
      if (after === page.value) further.value = { after, items: [...(more.value?.items ?? []), ...found.items], nextCursor: found.nextCursor }
    } catch (error) {
      moreFailure.value = failureOf(error)
    } finally {
      busy.value = false
    }
  }

  return { first, typed, slots, failure, reload, cursor, loadMore, moreFailure, busy }
}

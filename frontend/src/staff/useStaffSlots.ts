import { computed, ref } from 'vue'
import type { Slot } from '@/api'
import { staffSlots } from '@/api/queue'
import { clock, isLocalDay, plusDays, today } from '@/time'
import { keys } from './keys'
import { usePages } from './usePages'

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
  /** None that begins before this moment, or has begun. */
  after?: string
  /** Only theirs. */
  partnerId?: string
}

/** The free times of a procedure at a house as staff may give them, page after page, from today or another day on. */
export function useStaffSlots({ siteId, zone, procedureId, present, notAt, after, partnerId }: SlotsWanted) {
  const first = today(zone)
  const typed = ref<string | number>(first)
  const from = computed(() => (isLocalDay(typed.value) && typed.value > first ? typed.value : first))
  const days = () => ({ from: from.value, to: plusDays(from.value, present ? 1 : AHEAD) })
  const { pages, ...paging } = usePages(
    () => keys.slot.free(siteId, procedureId, days().from, days().to),
    (cursor) => staffSlots(siteId, procedureId, days(), cursor),
    // What is free now may be taken in a moment.
    { fleeting: true },
  )
  const follows = (slot: Slot) => !after || Date.parse(slot.start) >= Math.max(Date.parse(after), clock.now().getTime())
  const fits = (slot: Slot) => follows(slot) && (!notAt || Date.parse(slot.start) !== Date.parse(notAt)) && (!partnerId || slot.partnerId === partnerId)
  const slots = computed(() => pages.value && pages.value.flatMap(({ items }) => items).filter(fits))

  return { first, typed, slots, ...paging }
}

import { computed, type Ref } from 'vue'
import { listSlots, type Slot } from '@/api'
import { dayOf, hourOf, type LocalDay, mondayOf, plusDays, today } from '@/time'
import { useLoad } from '@/ui'

export interface SlotDay {
  day: LocalDay
  morning: Slot[]
  afternoon: Slot[]
}

export interface SlotPlace {
  site: string
  procedure: string
  zone: string
}

/** The slots of one week of a house. Without a chosen week: the week of the first free day. */
export function useSlots(place: () => SlotPlace, chosen: Ref<LocalDay | null>) {
  const key = () => `${place().site} ${place().procedure}`
  const first = useLoad(async () => {
    const { site, procedure } = place()
    return { slot: (await listSlots({ site, procedure, limit: 1 }))[0] ?? null }
  }, key)

  const firstDay = computed(() => {
    const slot = first.data.value?.slot
    return slot ? dayOf(slot.start, place().zone) : null
  })
  const monday = computed<LocalDay | null>({
    get: () => chosen.value ?? (firstDay.value ? mondayOf(firstDay.value) : null),
    set: (day) => (chosen.value = day),
  })
  const week = useLoad(
    async () => {
      if (!monday.value) return null
      const { site, procedure } = place()
      return listSlots({ site, procedure, from: monday.value, to: plusDays(monday.value, 7) })
    },
    () => `${key()} ${monday.value}`,
  )
  const days = computed(() => byDay(week.data.value ?? [], place().zone))
  const thisWeek = computed(() => mondayOf(today(place().zone)))

  async function reload(): Promise<void> {
    await Promise.all([first.reload(), week.reload()])
  }
  return { first, firstDay, monday, week, days, thisWeek, reload }
}

/** Slots under their local day, noon parting morning from afternoon. */
export function byDay(slots: Slot[], zone: string): SlotDay[] {
  const days = new Map<LocalDay, SlotDay>()
  for (const slot of slots) {
    const day = dayOf(slot.start, zone)
    const entry = days.get(day) ?? { day, morning: [], afternoon: [] }
    days.set(day, entry)
    ;(hourOf(slot.start, zone) < 12 ? entry.morning : entry.afternoon).push(slot)
  }
  return [...days.values()].sort((one, other) => one.day.localeCompare(other.day))
}

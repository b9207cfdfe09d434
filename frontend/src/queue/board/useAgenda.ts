import { computed, type Ref, watch } from 'vue'
import { type AgendaBooking, type AgendaSession, type Queue, readAgenda } from '@/api/queue'
import { keys, useRead } from '@/staff'

/** Somebody may have booked by phone meanwhile: the day is asked for again this often, in milliseconds. */
const AGAIN = 120_000

export interface Expected extends AgendaBooking {
  session: AgendaSession
}

/** The house's appointments and permanences of today. */
export function useAgenda(siteId: string, queue: Ref<Queue | null>) {
  const { data, failure, reload } = useRead(() => keys.queue.agenda(siteId), () => readAgenda(siteId), { every: AGAIN })
  // Arrivals, and arrivals taken back, change who is still expected.
  const arrivals = computed(() => {
    if (!queue.value) return ''
    const { waiting, present, finished } = queue.value
    return [...waiting, ...present, ...finished].flatMap(({ booking, state }) => (booking ? `${booking.reference}${state}` : [])).sort().join()
  })
  watch(arrivals, (_, before) => {
    if (before) void reload()
  })

  const expected = computed<Expected[]>(() =>
    (data.value?.sessions ?? [])
      .flatMap((session) => session.bookings.map((booking) => ({ ...booking, session })))
      .filter(({ status, ticket }) => status === 'booked' && !ticket)
      .sort((one, other) => Date.parse(one.start) - Date.parse(other.start)),
  )
  const untold = computed(() => data.value?.untold ?? [])
  const sessions = computed(() => data.value?.sessions ?? [])
  return { agenda: data, failure, expected, untold, sessions, reload }
}

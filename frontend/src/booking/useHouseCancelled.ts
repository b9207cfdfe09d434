import { computed, ref, shallowRef } from 'vue'
import { ApiProblem, type Booking, type BookingKey, type Failure, isProblem, listSlots, moveBooking, readBooking, type Slot } from '@/api'
import { failureOf, useLoad } from '@/ui'
import { oncePerMoment } from '@/ui/moments'

export const cancelledByHouse = (booking: Booking | null) => (booking?.status === 'cancelled' && booking.cancelledByHouse) || null

/** Slots to take in the place of an appointment that fell. `wanted`: the one that was pressed in the mail. */
export function useHouseCancelled(booking: () => Booking, key: () => BookingKey, wanted: () => string, taken: (to: Booking) => void) {
  const slots = shallowRef<Slot[]>(cancelledByHouse(booking())?.proposals ?? [])
  const busy = ref(false)
  /** Somebody else was quicker: the others are shown, and nothing is lost. */
  const lost = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const { data: chosen, busy: looking } = useLoad(find, wanted)
  const others = computed(() => oncePerMoment(slots.value, chosen.value?.id).filter(({ start }) => start !== chosen.value?.start))

  /** The one of the mail; perhaps no longer among the nearest, but still free. */
  async function find(): Promise<Slot | null> {
    if (!wanted()) return null
    const near = slots.value.find(({ id }) => id === wanted())
    if (near) return near
    const { site, procedure } = booking()
    const free = await listSlots({ site: site.id, procedure: procedure.id, limit: 100 }).catch(() => [])
    const found = free.find(({ id }) => id === wanted()) ?? null
    lost.value = !found
    return found
  }

  async function take(slot: Slot): Promise<void> {
    if (busy.value) return
    busy.value = true
    failure.value = null
    lost.value = false
    try {
      taken(await moveBooking(key(), booking(), slot.id))
    } catch (error) {
      await explain(error, slot)
    } finally {
      busy.value = false
    }
  }

  async function explain(error: unknown, slot: Slot): Promise<void> {
    if (isProblem(error, 'slot-taken', 'slot-closed')) {
      lost.value = true
      chosen.value = null
      // The server's own choice is fresher than what this page was opened with.
      slots.value = error.alternatives.length ? error.alternatives : slots.value.filter(({ id }) => id !== slot.id)
    } else if (error instanceof ApiProblem && (error.status === 409 || error.code === 'stale')) {
      // Taken on another device, or by the house on the telephone: the booking itself says how it stands.
      const now = await readBooking(key()).catch(() => null)
      if (now && now.status !== 'cancelled') taken(now)
      else failure.value = error
    } else failure.value = failureOf(error)
  }

  return { chosen, looking, others, busy, lost, failure, take }
}

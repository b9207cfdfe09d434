import { ref, shallowRef } from 'vue'
import { type Booking, type BookingKey, type Failure, isProblem, moveBooking, type Slot } from '@/api'
import { failureOf } from '@/ui'
import { holding } from './holding'

/** Moves a booking to the slot that is kept. Whatever fails, the old one stays; `stale`: it is another one by now. */
export function useMove(key: () => BookingKey, booking: () => Booking, stale: () => Promise<unknown>) {
  const busy = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const near = shallowRef<Slot[] | null>(null)
  const tooLate = ref(false)

  async function move(): Promise<Booking | null> {
    const { slot, hold } = holding
    if (busy.value || !slot) return null
    busy.value = true
    failure.value = null
    near.value = null
    try {
      return await send(slot, hold?.id)
    } catch (error) {
      if (isProblem(error, 'slot-taken', 'slot-closed')) near.value = error.alternatives
      else if (isProblem(error, 'too-late-to-change', 'already-cancelled')) tooLate.value = true
      else failure.value = failureOf(error)
      if (isProblem(error, 'stale')) await stale()
      return null
    } finally {
      busy.value = false
    }
  }

  // A hold that served is not a lost slot: it may have moved this very booking.
  async function send(slot: Slot, hold?: string): Promise<Booking> {
    try {
      return await moveBooking(key(), booking(), slot.id, hold)
    } catch (error) {
      if (!hold || !isProblem(error, 'hold-used')) throw error
      holding.hold = null
      return moveBooking(key(), booking(), slot.id)
    }
  }

  return { busy, failure, near, tooLate, move }
}

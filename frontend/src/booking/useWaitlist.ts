import { ref, shallowRef, watch } from 'vue'
import { type Booking, type BookingKey, type Failure, isProblem, moveBooking } from '@/api'
import { declineOffer, leaveWaitlist, joinWaitlist } from '@/api/messages/visitor'
import { failureOf } from '@/ui'
import { useWaitlistState } from './useWaitlistState'

/** Why the offered slot cannot be had any more. */
export type LostOffer = 'expired' | 'taken' | 'tooLate'
function lostBy(error: unknown): LostOffer | '' {
  if (isProblem(error, 'slot-taken', 'slot-closed')) return 'taken'
  return isProblem(error, 'too-late-to-change', 'already-cancelled') ? 'tooLate' : ''
}

/** The wish for an earlier slot, and the offer that is open just now. `moved`: told once the offer was taken. */
export function useWaitlist(booking: () => Booking | null, key: () => BookingKey, moved: (to: Booking) => void) {
  const { data, failure, known, reload, offer, left } = useWaitlistState(booking, key)
  const busy = ref(false)
  const said = ref<'' | 'waiting' | 'dropped' | 'kept'>('')
  const lost = ref<LostOffer | ''>('')
  const refused = shallowRef<{ failure: Failure; again: () => Promise<void> } | null>(null)

  // The server decides whether it is over; the countdown only says when to ask.
  watch(left, async (seconds) => {
    if (seconds !== 0 || busy.value) return
    await reload()
    if (!offer.value && !failure.value) lost.value = 'expired'
  })

  async function attempt(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    refused.value = null
    said.value = lost.value = ''
    try {
      await work()
    } catch (error) {
      lost.value = lostBy(error)
      if (lost.value) await reload()
      else refused.value = { failure: failureOf(error), again: () => attempt(work) }
    } finally {
      busy.value = false
    }
  }

  const wish = () =>
    attempt(async () => {
      data.value = { ...(await joinWaitlist(key())), now: null }
      said.value = 'waiting'
    })
  const drop = () =>
    attempt(async () => {
      data.value = { ...(await leaveWaitlist(key())), now: null }
      said.value = 'dropped'
    })
  const decline = () =>
    attempt(async () => {
      data.value = { ...(await declineOffer(key())), now: null }
      said.value = 'kept'
    })
  const take = () =>
    attempt(async () => {
      if (!offer.value) return
      const { slot, holdId } = offer.value
      const to = await moveBooking(key(), booking()!, slot.id, holdId)
      data.value = { waiting: false, possible: data.value!.possible, now: null }
      moved(to)
      await reload()
    })

  return { state: data, failure, known, reload, offer, left, busy, said, lost, refused, wish, drop, decline, take }
}

export type Waitlist = ReturnType<typeof useWaitlist>

import { computed, ref } from 'vue'
import { type Booking, type BookingKey, isProblem } from '@/api'
import { readWaitlistEntry } from '@/api/messages/visitor'
import { clock } from '@/time'
import { useLoad } from '@/ui'
import { useCountdown } from './useCountdown'

type State = Awaited<ReturnType<typeof readWaitlistEntry>>

/** Whether somebody waits for an earlier slot, the offer that is open just now, and for how many seconds. */
export function useWaitlistState(booking: () => Booking | null, key: () => BookingKey) {
  const open = () => booking()?.status === 'booked'
  const { data, failure, reload } = useLoad(read, () => `${key().secret} ${open()} ${booking()?.visitor.contactBy}`)
  /** An offer stands at the top of the page, which waits for this: it would be pushed down. */
  const known = computed(() => !open() || data.value !== null || failure.value !== null)
  const offer = computed(() => data.value?.offer ?? null)
  /** In milliseconds of this device's clock, however wrong that is: counted from the server's time. */
  const until = ref<number | null>(null)
  const left = useCountdown(() => (offer.value ? until.value : null))

  async function read(): Promise<State | null> {
    if (!open()) return null
    const found = await readWaitlistEntry(key()).catch(nothing)
    const end = found.offer ? Date.parse(found.offer.expiresAt) : null
    until.value = end && found.now ? clock.now().getTime() + end - Date.parse(found.now) : end
    return found
  }

  return { data, failure, known, reload, offer, left }
}

// A house that does not offer this at all says nothing about it.
function nothing(error: unknown): State {
  if (isProblem(error, 'not-found')) return { waiting: false, possible: false, now: null }
  throw error
}

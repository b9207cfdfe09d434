import { ref, shallowRef } from 'vue'
import { ApiProblem, type Booking, type Failure } from '@/api'
import { failureOf } from '@/ui'

/** One change of a booking by staff: what the server refuses is said in its own words. */
export function useChange(changed: (booking: Booking) => void) {
  const busy = ref(false)
  const refused = ref('')
  const failure = shallowRef<Failure | null>(null)

  /** The code of the refusal, or null when it was done. */
  async function run(work: () => Promise<Booking>): Promise<string | null> {
    if (busy.value) return 'busy'
    busy.value = true
    refused.value = ''
    failure.value = null
    try {
      changed(await work())
      return null
    } catch (error) {
      if (error instanceof ApiProblem && error.status < 500 && error.detail) refused.value = error.detail
      else failure.value = failureOf(error)
      return error instanceof ApiProblem ? error.code : 'no-answer'
    } finally {
      busy.value = false
    }
  }
  return { busy, refused, failure, run }
}

import { ref, shallowRef, watch } from 'vue'
import { ApiProblem, type BookingRequest, type Failure, isProblem, makeBooking, type NewBooking, type Slot } from '@/api'
import { t } from '@/text'
import { failureOf, useForm } from '@/ui'
import { draft, keyFor, visitorOf } from './draft'
import { holding } from './holding'
import { isGivenUp, useProof } from './useProof'
import { FIELD_IDS, visitorErrors } from './visitorErrors'

export type LostReason = 'title' | 'closed'

/** Sends the booking; every refusal becomes something to read and do, and nothing typed is ever lost. */
export function useBook() {
  const form = useForm(FIELD_IDS)
  watch(() => draft.firstName, () => form.mended('firstName'))
  watch(() => draft.lastName, () => form.mended('lastName'))
  watch(() => draft.contact, () => form.mended('contact-phone'))
  watch(() => draft.phone, () => form.mended('phone'))
  watch(() => draft.email, () => form.mended('email'))
  watch(() => draft.bookedBy, () => form.mended('bookedBy'))
  const { proof, proven } = useProof()
  const busy = ref(false)
  const failure = shallowRef<Failure | null>(null)
  /** The house has to be called: it is said with its number. */
  const full = ref(false)
  const lost = shallowRef<{ reason: LostReason; near: Slot[] } | null>(null)

  async function book(): Promise<NewBooking | null> {
    const { slot, hold, context } = holding
    if (busy.value || !slot || !context) return null
    failure.value = null
    lost.value = null
    full.value = false
    if (!form.check(visitorErrors(draft, context.site.contactRequired))) return null
    busy.value = true
    try {
      const body: BookingRequest = { slotId: slot.id, procedureId: context.procedure.id, visitor: visitorOf() }
      // A hold that ran out is sent, too: while nobody else came, it still books.
      const whole = hold ? { ...body, holdId: hold.id } : body
      return await proven((payload) => makeBooking(whole, keyFor(whole), payload))
    } catch (error) {
      explain(error)
      return null
    } finally {
      busy.value = false
    }
  }

  function explain(error: unknown): void {
    if (isProblem(error, 'slot-taken')) lost.value = { reason: 'title', near: error.alternatives }
    else if (isProblem(error, 'slot-closed')) lost.value = { reason: 'closed', near: error.alternatives }
    // Its first answer was lost, and something was typed anew since: the booking is there.
    else if (isProblem(error, 'hold-used')) form.check([{ id: '', message: t('who.error.holdUsed') }])
    else if (isProblem(error, 'too-many-bookings')) full.value = !form.check([{ id: '', message: t('who.error.tooMany') }])
    else if (isProblem(error, 'call-the-house')) full.value = !form.check([{ id: '', message: t('proof.call') }])
    else if (isGivenUp(error)) return
    else if (error instanceof ApiProblem && error.errors.length) form.refuse(error.errors)
    else failure.value = failureOf(error)
  }

  return { form, busy, failure, full, lost, proof, book }
}

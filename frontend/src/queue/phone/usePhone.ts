import { ref, shallowRef } from 'vue'
import { type BookingRequest, isProblem, type NewBooking, onceKeys, type Procedure, readProcedure, type Site, type Slot } from '@/api'
import { bookFor, seatWalkIn, type Ticket } from '@/api/queue'
import { forget, useProcedures, useSending, visits } from '@/staff'
import { t } from '@/text'
import { focusOn, type FormError } from '@/ui'

export type Done = { booking: NewBooking; ticket?: undefined; procedure?: undefined } | { ticket: Ticket; procedure: Procedure; booking?: undefined }

/** A booking made by a clerk: procedure, slot, name. `present`: the person is here, so only today counts. */
export function usePhone(site: Site, present: boolean) {
  const { form, busy, failure, attempt } = useSending({ 'visitor.firstName': 'firstName', 'visitor.lastName': 'lastName', 'visitor.phone': 'phone' })
  const procedures = useProcedures(() => site.id)
  const procedure = shallowRef<Procedure | null>(null)
  const slot = shallowRef<Slot | null>(null)
  const visitor = ref({ firstName: '', lastName: '', phone: '' })
  const done = shallowRef<Done | null>(null)
  const lost = ref(false)
  const keyFor = onceKeys()

  function choose(chosen: Procedure): void {
    procedure.value = chosen
    slot.value = null
    failure.value = null
  }

  async function take(chosen: Slot): Promise<void> {
    slot.value = chosen
    lost.value = false
    await focusOn('firstName')
  }

  function missing(): FormError[] {
    const found = []
    if (!visitor.value.firstName.trim()) found.push({ id: 'firstName', message: t('who.error.firstName') })
    if (!visitor.value.lastName.trim()) found.push({ id: 'lastName', message: t('who.error.lastName') })
    return found
  }

  async function send(): Promise<void> {
    const [at, what] = [slot.value, procedure.value]
    if (busy.value || !at || !what || !form.check(missing())) return
    const { firstName, lastName, phone } = visitor.value
    const contact = phone.trim() ? { phone: phone.trim(), contactBy: 'call' as const } : { contactBy: 'none' as const }
    const body = { slotId: at.id, procedureId: what.id, visitor: { firstName: firstName.trim(), lastName: lastName.trim(), ...contact } }
    await attempt(async () => {
      const made = await book(body, what).catch((error: unknown) => {
        if (!isProblem(error, 'slot-taken', 'slot-closed')) throw error
        return null
      })
      if (made) {
        done.value = made
        forget(...visits)
        await focusOn('phone-done')
      } else {
        // The name stays typed: only the time is chosen again.
        lost.value = true
        choose(what)
      }
      return ''
    })
  }

  async function book(body: BookingRequest, what: Procedure): Promise<Done> {
    if (!present) return { booking: await bookFor(body, keyFor(body)) }
    return { ticket: await seatWalkIn(site.id, body, keyFor(body)), procedure: await readProcedure(what.id, site.id) }
  }

  async function again(): Promise<void> {
    done.value = null
    procedure.value = slot.value = null
    visitor.value = { firstName: '', lastName: '', phone: '' }
    await focusOn('phone-procedure')
  }

  return { form, procedures, procedure, slot, visitor, done, failure, lost, busy, choose, take, send, again }
}

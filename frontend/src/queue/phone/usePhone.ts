import { ref, shallowRef } from 'vue'
import { ApiProblem, type Failure, isProblem, listProcedures, type NewBooking, onceKeys, type Procedure, readProcedure, type Site, type Slot } from '@/api'
import { bookFor, seatWalkIn, type Ticket } from '@/api/queue'
import { failureOf, focusOn, useForm, useLoad } from '@/ui'
import { t } from '@/text'

export type Done = { booking: NewBooking; ticket?: undefined; procedure?: undefined } | { ticket: Ticket; procedure: Procedure; booking?: undefined }

/** A booking made by a clerk: procedure, slot, name. `present`: the person is here, so only today counts. */
export function usePhone(site: Site, present: boolean) {
  const form = useForm({ 'visitor.firstName': 'firstName', 'visitor.lastName': 'lastName', 'visitor.phone': 'phone' })
  const procedures = useLoad(() => listProcedures(site.id))
  const procedure = shallowRef<Procedure | null>(null)
  const slot = shallowRef<Slot | null>(null)
  const visitor = ref({ firstName: '', lastName: '', phone: '' })
  const done = shallowRef<Done | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const lost = ref(false)
  const busy = ref(false)
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

  async function send(): Promise<void> {
    const [at, what] = [slot.value, procedure.value]
    if (busy.value || !at || !what) return
    const { firstName, lastName, phone } = visitor.value
    const missing = []
    if (!firstName.trim()) missing.push({ id: 'firstName', message: t('who.error.firstName') })
    if (!lastName.trim()) missing.push({ id: 'lastName', message: t('who.error.lastName') })
    if (!form.check(missing)) return
    const contact = phone.trim() ? { phone: phone.trim(), contactBy: 'call' as const } : { contactBy: 'none' as const }
    const body = { slotId: at.id, procedureId: what.id, visitor: { firstName: firstName.trim(), lastName: lastName.trim(), ...contact } }
    busy.value = true
    failure.value = null
    try {
      if (present) done.value = { ticket: await seatWalkIn(site.id, body, keyFor(body)), procedure: await readProcedure(what.id) }
      else done.value = { booking: await bookFor(body, keyFor(body)) }
      await focusOn('phone-done')
    } catch (error) {
      await explain(error, what)
    } finally {
      busy.value = false
    }
  }

  // The name stays typed: only the time is chosen again.
  async function explain(error: unknown, what: Procedure): Promise<void> {
    if (isProblem(error, 'slot-taken', 'slot-closed')) {
      lost.value = true
      choose(what)
    } else if (error instanceof ApiProblem && error.errors.length) form.refuse(error.errors)
    else if (error instanceof ApiProblem && error.detail) form.check([{ id: '', message: error.detail }])
    else failure.value = failureOf(error)
  }

  async function again(): Promise<void> {
    done.value = null
    procedure.value = slot.value = null
    visitor.value = { firstName: '', lastName: '', phone: '' }
    await focusOn('phone-procedure')
  }

  return { form, procedures, procedure, slot, visitor, done, failure, lost, busy, choose, take, send, again }
}

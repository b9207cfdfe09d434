import { ref, shallowRef } from 'vue'
import { type BookingRequest, isProblem, type NewBooking, onceKeys, type Procedure, readProcedure, type Site, type Slot } from '@/api'
import { bookFor, seatWalkIn, type Ticket } from '@/api/queue'
import { forget, useProcedures, useSending, visits } from '@/staff'
import { t } from '@/text'
import { focusOn, type FormError } from '@/ui'

export type Done = { booking: NewBooking; ticket?: undefined; procedure?: undefined } | { ticket: Ticket; procedure: Procedure; booking?: undefined }

/** Where the person is, for the house's figures. */
export type From = NonNullable<BookingRequest['from']>
const nobody = () => ({ firstName: '', lastName: '', phone: '' })

function missing({ firstName, lastName }: { firstName: string; lastName: string }, at: string): FormError[] {
  const found = []
  if (!firstName.trim()) found.push({ id: `${at}firstName`, message: t('who.error.firstName') })
  if (!lastName.trim()) found.push({ id: `${at}lastName`, message: t('who.error.lastName') })
  return found
}

/** A booking made by a clerk: procedure, slot, name. `present`: the person is here, so only today counts; `at` begins the ids of its fields. */
export function usePhone(site: Site, present: boolean, at = '') {
  const { form, busy, failure, attempt } = useSending({ 'visitor.firstName': `${at}firstName`, 'visitor.lastName': `${at}lastName`, 'visitor.phone': `${at}phone` })
  const procedures = useProcedures(() => site.id)
  const procedure = shallowRef<Procedure | null>(null)
  const slot = shallowRef<Slot | null>(null)
  const visitor = ref(nobody())
  const from = ref<From>('telephone')
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
    await focusOn(`${at}firstName`)
  }

  async function send(): Promise<void> {
    const [time, what] = [slot.value, procedure.value]
    if (busy.value || !time || !what || !form.check(missing(visitor.value, at))) return
    const { firstName, lastName, phone } = visitor.value
    const contact = phone.trim() ? { phone: phone.trim(), contactBy: 'call' as const } : { contactBy: 'none' as const }
    const body = { slotId: time.id, procedureId: what.id, visitor: { firstName: firstName.trim(), lastName: lastName.trim(), ...contact } }
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
    const said = { ...body, from: from.value }
    if (!present) return { booking: await bookFor(said, keyFor(said)) }
    return { ticket: await seatWalkIn(site.id, body, keyFor(body)), procedure: await readProcedure(what.id, site.id) }
  }

  async function again(): Promise<void> {
    done.value = null
    procedure.value = slot.value = null
    visitor.value = nobody()
    await focusOn('phone-procedure')
  }

  return { form, procedures, procedure, slot, visitor, from, done, failure, lost, busy, choose, take, send, again }
}

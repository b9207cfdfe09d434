import { computed } from 'vue'
import { type Booking, isProblem } from '@/api'
import { correctVisitor, readVisitor, type VisitorCorrection } from '@/api/messages'
import { keys, useDraft, useRead, useSending } from '@/staff'
import { type Key, t } from '@/text'
import { focusOn, type FormError } from '@/ui'

type Visitor = Booking['visitor']
/** How to tell them: the server chooses unless somebody says so. */
export type Way = Visitor['contactBy'] | 'best'

const FIELD_IDS: Record<string, string> = {
  'visitor.firstName': 'person-firstName',
  'visitor.lastName': 'person-lastName',
  'visitor.phone': 'person-phone',
  'visitor.email': 'person-email',
  'visitor.contactBy': 'person-way',
  'visitor.bookedBy': 'person-bookedBy',
  confirmAgain: 'person-confirm',
}

const typedOf = (visitor: Visitor) => ({
  firstName: visitor.firstName ?? '',
  lastName: visitor.lastName ?? '',
  phone: visitor.phone ?? '',
  email: visitor.email ?? '',
  language: visitor.language as 'fr' | 'en',
  bookedBy: visitor.bookedBy ?? '',
  // Who left nothing wished for no silence: whatever is added now is used.
  way: (visitor.phone || visitor.email ? visitor.contactBy : 'best') as Way,
  confirmAgain: false,
})

function sent({ way, confirmAgain, ...visitor }: ReturnType<typeof typedOf>): VisitorCorrection {
  const given = Object.fromEntries(Object.entries(visitor).filter(([, value]) => value.trim())) as VisitorCorrection['visitor']
  return { visitor: way === 'best' ? given : { ...given, contactBy: way }, confirmAgain }
}

const NOBODY: Visitor = { firstName: '', lastName: '', language: 'fr', contactBy: 'none' }

const LABELS: Record<string, Key> = {
  firstName: 'who.firstName', lastName: 'who.lastName', phone: 'who.phoneLabel', email: 'who.emailLabel', way: 'staffBooking.contact', language: 'staffBooking.language', bookedBy: 'person.bookedBy',
}

/** What a field of the form is called. */
export const personLabel = (name: string): string => (LABELS[name] ? t(LABELS[name]) : name)

/** The person of a booking, being put right; `corrected` gets what stands then. */
export function usePerson(reference: string, corrected: (visitor: Visitor, confirmed: boolean) => void) {
  // Still: what is typed must not change under the hand.
  const read = () => readVisitor(reference)
  const { data, failure: unread, reload } = useRead(() => keys.booking.visitor(reference), read, { still: true })
  const { draft: typed, overtaken, fill, catchUp } = useDraft({ data, draftOf: (found) => typedOf(found?.data.visitor ?? NOBODY), read })
  const { form, busy, failure, attempt } = useSending(FIELD_IDS, async (error) => {
    if (!(await catchUp(error))) form.check([{ id: '', message: t('person.stale') }])
  })
  const reachable = computed(() => !['call', 'none'].includes(typed.value.way) && Boolean(typed.value.email.trim() || typed.value.phone.trim()))

  function missing(): FormError[] {
    return [
      ...(typed.value.firstName.trim() ? [] : [{ id: 'person-firstName', message: t('who.error.firstName') }]),
      ...(typed.value.lastName.trim() ? [] : [{ id: 'person-lastName', message: t('who.error.lastName') }]),
    ]
  }

  async function save(): Promise<void> {
    const seen = data.value
    if (!seen || !form.check(missing())) return
    overtaken.value = null
    const body = sent({ ...typed.value, confirmAgain: typed.value.confirmAgain && reachable.value })
    await attempt(async () => {
      const saved = await correctVisitor(reference, body, seen.etag)
      fill(saved)
      data.value = saved
      corrected(saved.data.visitor, Boolean(body.confirmAgain))
      await focusOn('person-said')
      return ''
    })
  }

  const gone = computed(() => isProblem(unread.value, 'not-found'))
  return { data, unread, gone, reload, typed, overtaken, form, busy, failure, reachable, save }
}

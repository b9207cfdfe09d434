import { computed, reactive, ref } from 'vue'
import { type Booking, isProblem } from '@/api'
import { correctVisitor, readVisitor, type Tagged, type VisitorCorrection } from '@/api/messages'
import { keys, useRead, useSending } from '@/staff'
import { t } from '@/text'
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

/** The person of a booking, being put right; `corrected` gets what stands then. */
export function usePerson(reference: string, corrected: (visitor: Visitor, confirmed: boolean) => void) {
  // Still: what is typed must not change under the hand.
  const { data, failure: unread, reload } = useRead(() => keys.booking.visitor(reference), () => readVisitor(reference), { still: true })
  const typed = reactive(typedOf({ firstName: '', lastName: '', language: 'fr', contactBy: 'none' }))
  const begun = ref(false)
  const { form, busy, failure, attempt } = useSending(FIELD_IDS, stale)
  const reachable = computed(() => typed.way !== 'call' && typed.way !== 'none' && Boolean(typed.email.trim() || typed.phone.trim()))

  function begin({ data: { visitor } }: Tagged<{ visitor: Visitor }>): void {
    if (!begun.value) Object.assign(typed, typedOf(visitor))
    begun.value = true
  }

  /** Somebody else corrected it meanwhile: what was typed stays, beside the newest version. */
  async function stale(): Promise<void> {
    await reload()
    form.check([{ id: '', message: t('person.stale') }])
  }

  function missing(): FormError[] {
    return [
      ...(typed.firstName.trim() ? [] : [{ id: 'person-firstName', message: t('who.error.firstName') }]),
      ...(typed.lastName.trim() ? [] : [{ id: 'person-lastName', message: t('who.error.lastName') }]),
    ]
  }

  async function save(): Promise<void> {
    const read = data.value
    if (!read || !form.check(missing())) return
    const body = sent({ ...typed, confirmAgain: typed.confirmAgain && reachable.value })
    await attempt(async () => {
      const saved = await correctVisitor(reference, body, read.etag)
      data.value = saved
      corrected(saved.data.visitor, Boolean(body.confirmAgain))
      await focusOn('person-said')
      return ''
    })
  }

  const gone = computed(() => isProblem(unread.value, 'not-found'))
  return { data, unread, gone, reload, typed, begin, form, busy, failure, reachable, save }
}

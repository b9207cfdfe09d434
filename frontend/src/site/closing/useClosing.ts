import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { ApiProblem, type Failure, onceKeys } from '@/api'
import { closeHouse, type Fall, previewClosure } from '@/api/partners'
import { t } from '@/text'
import { today } from '@/time'
import { failureOf, focusOn, type FormError, useForm } from '@/ui'
import { closingTime, type Part } from './closingTime'

const FIELDS = { from: 'closing-day', to: 'closing-until', reason: 'closing-reason' }

/** A closure that is thought of: first whom it concerns, then, unchanged, done. */
export function useClosing(siteId: () => string, zone: () => string, done: () => Promise<void>) {
  const draft = reactive({ day: '', part: 'day' as Part, until: '', reason: '' })
  const form = useForm(FIELDS)
  const preview = shallowRef<Fall | null>(null)
  const busy = ref(false)
  const said = ref('')
  const toCall = ref(0)
  const failure = shallowRef<Failure | null>(null)
  let keyFor = onceKeys()
  const time = computed(() => closingTime(draft.day, draft.part, draft.until, draft.reason))
  // What was previewed is what is done: after a change it is previewed again.
  watch(draft, () => (preview.value = null))
  for (const [field, id] of [['day', 'closing-day'], ['until', 'closing-until'], ['reason', 'closing-reason']] as const) {
    watch(() => draft[field], () => form.mended(id))
  }

  function wrong(): FormError[] {
    const errors: FormError[] = []
    if (!draft.day || draft.day < today(zone())) errors.push({ id: 'closing-day', message: t('closing.error.day') })
    if (draft.part === 'days' && (!draft.until || draft.until < draft.day)) errors.push({ id: 'closing-until', message: t('closing.error.until') })
    if (!draft.reason.trim()) errors.push({ id: 'closing-reason', message: t('closing.error.reason') })
    return errors
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    if (busy.value || !form.check(wrong())) return
    busy.value = true
    failure.value = null
    said.value = ''
    try {
      await work()
    } catch (error) {
      if (error instanceof ApiProblem && error.errors.length) form.refuse(error.errors)
      else if (error instanceof ApiProblem && error.status < 500 && error.detail) form.check([{ id: '', message: error.detail }])
      else failure.value = failureOf(error)
    } finally {
      busy.value = false
    }
  }

  const look = () =>
    attempt(async () => {
      preview.value = await previewClosure(siteId(), time.value)
      await focusOn('closing-preview')
    })
  const close = () =>
    attempt(async () => {
      const fall = preview.value
      await closeHouse(siteId(), time.value, keyFor(time.value))
      keyFor = onceKeys()
      toCall.value = fall?.toCall ?? 0
      said.value = fall?.bookings ? t('closing.said', { told: fall.told, toCall: fall.toCall }) : t('closing.saidNobody')
      Object.assign(draft, { day: '', part: 'day', until: '', reason: '' })
      await done()
      await focusOn('closing-said')
    })

  return { draft, form, preview, busy, said, toCall, failure, look, close }
}

export type Closing = ReturnType<typeof useClosing>

import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { onceKeys } from '@/api'
import { closeHouse, type Consequences, previewClosure } from '@/api/partners'
import { useSending } from '@/staff'
import { t } from '@/text'
import { today } from '@/time'
import { focusOn, type FormError } from '@/ui'
import { closingTime, type Part } from './closingTime'

const FIELDS = { from: 'closing-day', to: 'closing-until', reason: 'closing-reason' }

/** A closure that is thought of: first whom it concerns, then, unchanged, done. */
export function useClosing(siteId: () => string, zone: () => string, done: () => Promise<void>) {
  const draft = reactive({ day: '', part: 'day' as Part, until: '', reason: '' })
  const { form, busy, said, failure, attempt } = useSending(FIELDS)
  const preview = shallowRef<Consequences | null>(null)
  const toCall = ref(0)
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

  const send = async (work: () => Promise<string>) => !busy.value && form.check(wrong()) && attempt(work)

  const look = () =>
    send(async () => {
      preview.value = await previewClosure(siteId(), time.value)
      await focusOn('closing-preview')
      return ''
    })
  const close = () =>
    send(async () => {
      const concerned = preview.value
      await closeHouse(siteId(), time.value, keyFor(time.value))
      keyFor = onceKeys()
      toCall.value = concerned?.toCall ?? 0
      Object.assign(draft, { day: '', part: 'day', until: '', reason: '' })
      await done()
      await focusOn('closing-said')
      return concerned?.bookings ? t('closing.said', { told: concerned.told, toCall: concerned.toCall }) : t('closing.saidNobody')
    })

  return { draft, form, preview, busy, said, toCall, failure, look, close }
}

export type Closing = ReturnType<typeof useClosing>

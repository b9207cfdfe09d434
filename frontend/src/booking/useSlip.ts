import { ref, shallowRef, watch } from 'vue'
import { cancelSlip, type Failure, isProblem, openSlip, type Slip, type SlipKey } from '@/api'
import { t } from '@/text'
import { failureOf, useForm } from '@/ui'
import { slipCode, slipReference } from './slip'

/** Opens a booking by its paper, and cancels it. What is typed stays in memory: in no address and no storage. */
export function useSlip() {
  const form = useForm()
  const reference = ref('')
  const code = ref('')
  const slip = shallowRef<Slip | null>(null)
  const key = shallowRef<SlipKey | null>(null)
  const busy = ref(false)
  /** Too many wrong codes: only the house can help now. */
  const barred = ref(false)
  const refused = ref('')
  const cancelled = ref(false)
  const failure = shallowRef<Failure | null>(null)
  watch(reference, () => form.mended('slip-reference'))
  watch(code, () => form.mended('slip-code'))

  async function send(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    failure.value = null
    refused.value = ''
    try {
      await work()
    } catch (error) {
      explain(error)
    } finally {
      busy.value = false
    }
  }

  function explain(error: unknown): void {
    if (isProblem(error, 'too-many-codes')) {
      barred.value = true
      close()
    } else if (isProblem(error, 'not-found')) form.check([{ id: 'slip-code', message: t('slip.wrong') }])
    else if (isProblem(error, 'already-cancelled', 'too-late-to-change')) refused.value = error.detail
    else failure.value = failureOf(error)
  }

  function open(): Promise<void> {
    const typed = { reference: slipReference(reference.value), code: slipCode(code.value) }
    const wrong = [
      ...(typed.reference ? [] : [{ id: 'slip-reference', message: t('slip.error.reference') }]),
      ...(typed.code ? [] : [{ id: 'slip-code', message: t('slip.error.code') }]),
    ]
    if (!form.check(wrong)) return Promise.resolve()
    return send(async () => {
      key.value = { reference: typed.reference!, code: typed.code! }
      slip.value = await openSlip(key.value)
    })
  }

  function cancel(): Promise<void> {
    return send(async () => {
      slip.value = await cancelSlip(key.value!)
      cancelled.value = true
    })
  }

  /** Somebody else may be the next at this screen. */
  function close(): void {
    slip.value = key.value = null
    reference.value = code.value = ''
    cancelled.value = false
    form.check([])
  }

  return { form, reference, code, slip, busy, barred, refused, cancelled, failure, open, cancel, close }
}

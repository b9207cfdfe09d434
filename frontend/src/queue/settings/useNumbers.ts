import { computed, ref, watch } from 'vue'
import { readNumberSettings, saveNumberSettings } from '@/api/queue'
import { keys, useRead, useSending } from '@/staff'
import { t } from '@/text'

const FIELD = 'numbers-perDay'

/** How many numbers a house gives a day. What somebody else saved meanwhile is never overwritten unseen. */
export function useNumbers(siteId: string) {
  const loading = useRead(() => keys.queue.numbers(siteId), () => readNumberSettings(siteId), { still: true })
  const { data: read } = loading
  /** As it is typed; empty: no limit. */
  const typed = ref('')
  const saved = computed(() => String(read.value?.data.numbersPerDay ?? ''))
  const dirty = computed(() => typed.value.trim() !== saved.value)
  const overtaken = ref(false)
  const sending = useSending({ numbersPerDay: FIELD }, async () => {
    overtaken.value = true
    await loading.reload()
  })
  watch(saved, (now) => !overtaken.value && (typed.value = now), { immediate: true })
  watch(typed, () => sending.form.mended(FIELD))

  async function save(): Promise<void> {
    const before = read.value
    const number = typed.value.trim()
    const wrong = number && !(/^\d{1,3}$/.test(number) && Number(number) > 0)
    if (!before || !sending.form.check(wrong ? [{ id: FIELD, message: t('numbers.range') }] : [])) return
    await sending.attempt(async () => {
      read.value = await saveNumberSettings(siteId, { data: number ? { numbersPerDay: Number(number) } : {}, etag: before.etag })
      discard()
      return t('numbers.saved')
    })
  }

  /** Back to what is saved now. */
  function discard(): void {
    overtaken.value = false
    typed.value = saved.value
  }

  return { ...loading, FIELD, typed, saved, dirty, overtaken, form: sending.form, busy: sending.busy, said: sending.said, unsaved: sending.failure, save, discard }
}

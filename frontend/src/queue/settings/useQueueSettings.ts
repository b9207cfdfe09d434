import { reactive, watch } from 'vue'
import { type QueueSettings, readQueueSettings, saveQueueSettings } from '@/api/queue'
import { keys, useRead, useSending } from '@/staff'
import { t } from '@/text'

const FIELDS = { numbersPerDay: 'queue-numbers', backOffMinutes: 'queue-minutes', callsAtMost: 'queue-calls' }
type Typed = Record<keyof QueueSettings, string | number>

/** What a house sets of its queue. What somebody else saved meanwhile is told before it is overwritten. */
export function useQueueSettings(siteId: string) {
  const loading = useRead(() => keys.queue.settings(siteId), () => readQueueSettings(siteId), { still: true })
  const draft = reactive<Typed>({ numbersPerDay: '', backOffMinutes: '', callsAtMost: '' })
  let typed = false
  const { form, busy, said, failure, attempt } = useSending(FIELDS, async () => {
    typed = true
    await loading.reload()
    const theirs = loading.data.value?.data
    if (theirs) form.check([{ id: '', message: t('settings.queueStale', { numbers: theirs.numbersPerDay ?? '–', minutes: theirs.backOffMinutes, count: theirs.callsAtMost }) }])
  })

  // Without a limit the field is empty.
  watch(loading.data, (read) => read && !typed && Object.assign(draft, { numbersPerDay: '' }, read.data), { immediate: true })

  async function save(): Promise<void> {
    const read = loading.data.value
    if (!read) return
    const data = { ...limitOf(draft.numbersPerDay), backOffMinutes: numberOf(draft.backOffMinutes), callsAtMost: numberOf(draft.callsAtMost) }
    await attempt(async () => {
      loading.data.value = await saveQueueSettings(siteId, { data, etag: read.etag })
      typed = false
      form.check([])
      return t('settings.queueSaved')
    })
  }

  return { loading, draft, form, busy, said, failure, save }
}

/** Nothing: as many as come. */
const limitOf = (typed: string | number): { numbersPerDay?: number } => (String(typed).trim() === '' ? {} : { numbersPerDay: numberOf(typed) })

/** What is no whole number is out of bounds, which the server says at its field. */
function numberOf(typed: string | number): number {
  return Number.isInteger(typed) ? Number(typed) : -1
}

import { reactive, watch } from 'vue'
import { type QueueSettings, readQueueSettings, saveQueueSettings } from '@/api/queue'
import { keys, useRead, useSending } from '@/staff'
import { t } from '@/text'

const FIELDS = { backOffMinutes: 'absence-minutes', callsAtMost: 'absence-calls' }

/** What a house does with who is absent when called. What somebody else saved meanwhile is told before it is overwritten. */
export function useAbsence(siteId: string) {
  const loading = useRead(() => keys.queue.settings(siteId), () => readQueueSettings(siteId), { still: true })
  const draft = reactive<Record<keyof QueueSettings, string | number>>({ backOffMinutes: '', callsAtMost: '' })
  let typed = false
  const { form, busy, said, failure, attempt } = useSending(FIELDS, async () => {
    typed = true
    await loading.reload()
    const theirs = loading.data.value?.data
    if (theirs) form.check([{ id: '', message: t('settings.absenceStale', { minutes: theirs.backOffMinutes, count: theirs.callsAtMost }) }])
  })

  watch(loading.data, (read) => read && !typed && Object.assign(draft, read.data), { immediate: true })

  async function save(): Promise<void> {
    const read = loading.data.value
    if (!read) return
    const data = { backOffMinutes: numberOf(draft.backOffMinutes), callsAtMost: numberOf(draft.callsAtMost) }
    await attempt(async () => {
      loading.data.value = await saveQueueSettings(siteId, { data, etag: read.etag })
      typed = false
      form.check([])
      return t('settings.absenceSaved')
    })
  }

  return { loading, draft, form, busy, said, failure, save }
}

/** What is no whole number is out of bounds, which the server says at its field. */
function numberOf(typed: string | number): number {
  return Number.isInteger(typed) ? Number(typed) : -1
}

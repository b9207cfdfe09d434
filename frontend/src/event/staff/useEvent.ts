import { computed, reactive, ref, watch } from 'vue'
import type { OpenEvent } from '@/api/events'
import { changeEvent, readMyEvent } from '@/api/events/staff'
import { forget, keys, useRead, useSending } from '@/staff'
import { t } from '@/text'
import { EVENT_FIELDS, eventComplaints, type EventDraft, eventDraftOf, eventFormOf } from './draft'

/** One event being changed; what somebody else saved meanwhile is never overwritten unseen. */
export function useEvent(code: string) {
  const loading = useRead(() => keys.event.one(code), () => readMyEvent(code), { still: true })
  const { data } = loading
  const draft = reactive({}) as EventDraft
  const before = ref('')
  const dirty = computed(() => before.value !== '' && before.value !== JSON.stringify(draft))
  const sending = useSending(EVENT_FIELDS, async () => {
    await loading.reload()
    sending.form.check([{ id: '', message: t('myEvent.stale') }])
  })

  watch(data, (found) => {
    if (!found || dirty.value) return
    Object.assign(draft, eventDraftOf(found.data))
    before.value = JSON.stringify(draft)
  }, { immediate: true })

  /** Saves what is typed; `published` only when that is what changes. */
  async function save(published = data.value?.data.published ?? false): Promise<void> {
    if (!data.value || !sending.form.check(eventComplaints(draft))) return
    await sending.attempt(async () => {
      const sent = JSON.stringify(draft)
      const saved = await changeEvent(code, data.value!.etag, eventFormOf(draft, published))
      if (JSON.stringify(draft) === sent) before.value = sent
      data.value = saved
      forget(keys.event.mine)
      return t('myEvent.saved')
    })
  }
  const may = (action: OpenEvent['actions'][number]) => data.value?.data.actions.includes(action) ?? false
  return { ...loading, draft, dirty, sending, save, may }
}

export type EventEditor = ReturnType<typeof useEvent>

import type { OpenEvent } from '@/api/events'
import { changeEvent, readMyEvent } from '@/api/events/staff'
import { forget, keys, useDraft, useRead, useSending } from '@/staff'
import { t } from '@/text'
import { emptyEvent, EVENT_FIELDS, eventComplaints, eventDraftOf, eventFormOf } from './draft'

/** One event being changed; what somebody else saved meanwhile is never overwritten unseen. */
export function useEvent(code: string) {
  const read = () => readMyEvent(code)
  const loading = useRead(() => keys.event.one(code), read, { still: true })
  const { data } = loading
  const { draft, dirty, overtaken, fill, catchUp } = useDraft({ data, draftOf: (event) => (event ? eventDraftOf(event.data) : emptyEvent('')), read })
  const sending = useSending(EVENT_FIELDS, async (error) => {
    if (!(await catchUp(error))) sending.form.check([{ id: '', message: t('myEvent.stale') }])
  })

  /** Saves what is typed; `published` only when that is what changes. */
  async function save(published = data.value?.data.published ?? false): Promise<void> {
    if (!data.value || !sending.form.check(eventComplaints(draft.value))) return
    overtaken.value = null
    await sending.attempt(async () => {
      const saved = await changeEvent(code, data.value!.etag, eventFormOf(draft.value, published))
      // As it was kept, which is tidier than it was typed.
      fill(saved)
      data.value = saved
      forget(keys.event.mine)
      return t('myEvent.saved')
    })
  }
  const may = (action: OpenEvent['actions'][number]) => data.value?.data.actions.includes(action) ?? false
  return { ...loading, draft, dirty, overtaken, sending, save, may }
}

export type EventEditor = ReturnType<typeof useEvent>

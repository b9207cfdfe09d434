import { computed, reactive, ref, watch } from 'vue'
import { type MessageSettings, readMessageSettings, saveMessageSettings } from '@/api/messages'
import { keys, useRead, useSending } from '@/staff'
import { t } from '@/text'

const FIELDS: (keyof MessageSettings)[] = ['reminderDays', 'reminderTime', 'morningReminder', 'morningTime', 'quietFrom', 'quietTo', 'waitlist']

/** When a house's messages go out. What somebody else saved meanwhile is never overwritten unseen. */
export function useSettings(siteId: string) {
  const loading = useRead(() => keys.message.settings(siteId), () => readMessageSettings(siteId), { still: true })
  const { data: read } = loading
  const draft = reactive({}) as MessageSettings
  /** Somebody else saved since these were read; theirs are in `read` now. */
  const overtaken = ref(false)
  const { form, busy, said, failure, attempt } = useSending(Object.fromEntries(FIELDS.map((field) => [field, `settings-${field}`])), async () => {
    overtaken.value = true
    await loading.reload()
  })
  const dirty = computed(() => Boolean(read.value && FIELDS.some((field) => draft[field] !== read.value!.data[field])))

  // Again as they were read, unless somebody is changing them.
  watch(read, (found) => found && !overtaken.value && Object.assign(draft, found.data), { immediate: true })
  for (const field of FIELDS) watch(() => draft[field], () => form.mended(`settings-${field}`))

  async function save(): Promise<void> {
    const before = read.value
    if (!before) return
    await attempt(async () => {
      read.value = await saveMessageSettings(siteId, { data: { ...draft }, etag: before.etag })
      discard()
      return t('rules.saved')
    })
  }

  /** Back to what is saved now. */
  function discard(): void {
    overtaken.value = false
    form.check([])
    if (read.value) Object.assign(draft, read.value.data)
  }

  return { ...loading, read, draft, form, busy, said, unsaved: failure, overtaken, dirty, save, discard }
}

export type Settings = ReturnType<typeof useSettings>

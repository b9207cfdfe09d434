import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { ApiProblem, type Failure } from '@/api'
import { type MessageSettings, readMessageSettings, saveMessageSettings } from '@/api/messages'
import { t } from '@/text'
import { failureOf, useForm, useLoad } from '@/ui'

const FIELDS: (keyof MessageSettings)[] = ['reminderDays', 'reminderTime', 'morningReminder', 'morningTime', 'quietFrom', 'quietTo', 'earlierSlots']

/** When a house's messages go out. What somebody else saved meanwhile is never overwritten unseen. */
export function useSettings(siteId: string) {
  const loading = useLoad(() => readMessageSettings(siteId))
  const { data: read } = loading
  const draft = reactive({}) as MessageSettings
  const form = useForm(Object.fromEntries(FIELDS.map((field) => [field, `settings-${field}`])))
  const busy = ref(false)
  const said = ref('')
  const failure = shallowRef<Failure | null>(null)
  /** Somebody else saved since these were read; theirs are in `read` now. */
  const overtaken = ref(false)
  const dirty = computed(() => Boolean(read.value && FIELDS.some((field) => draft[field] !== read.value!.data[field])))

  // Again as they were read, unless somebody is changing them.
  watch(read, (found) => found && !overtaken.value && Object.assign(draft, found.data))
  for (const field of FIELDS) watch(() => draft[field], () => form.mended(`settings-${field}`))

  async function save(): Promise<void> {
    if (busy.value || !read.value) return
    busy.value = true
    failure.value = null
    said.value = ''
    try {
      read.value = await saveMessageSettings(siteId, { data: { ...draft }, etag: read.value.etag })
      overtaken.value = false
      Object.assign(draft, read.value.data)
      form.check([])
      said.value = t('rules.saved')
    } catch (error) {
      await explain(error)
    } finally {
      busy.value = false
    }
  }

  async function explain(error: unknown): Promise<void> {
    if (error instanceof ApiProblem && error.status === 412) {
      overtaken.value = true
      await loading.reload()
    } else if (error instanceof ApiProblem && error.errors.length) form.refuse(error.errors)
    else if (error instanceof ApiProblem && error.status < 500 && error.detail) form.check([{ id: '', message: error.detail }])
    else failure.value = failureOf(error)
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

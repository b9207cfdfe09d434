import { computed, type Ref, shallowRef, watch } from 'vue'
import { ApiProblem } from '@/api'
import { archiveHouse, changeEntry, createHouse, type Entry, type EntryChange, listEntryChanges, previewHours, readChecklist, readEntry, showHouse, type Unfitting } from '@/api/keeping'
import { keys, readAgain, useDraft, useRead, useSending } from '@/staff'
import { t } from '@/text'
import { focusOn, type FormError } from '@/ui'
import { type Draft, draftOf, fieldIds, hoursOf, sentOf } from './draft'

/** A refusal at its fields. */
async function explained(work: () => Promise<string>, check: (errors: FormError[]) => boolean, draft: Ref<Draft>): Promise<string> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status === 412 || !error.errors.length) throw error
    const ids = fieldIds(draft.value)
    check(error.errors.map(({ field, message }) => ({ id: ids[field] ?? '', message })))
    return ''
  }
}

/** A house in its form: read, changed, opened to the public, archived, put back as it was. */
export function useEntry(id: string | null) {
  const own = { when: () => id !== null, still: true }
  const { data, failure, reload } = useRead<Entry>(() => keys.site.entry(id ?? 'new'), () => readEntry(id!), own)
  const { data: changes, failure: unread, reload: readChanges } = useRead(() => keys.site.entryChanges(id ?? 'new'), () => listEntryChanges(id!), own)
  const { data: checklist, reload: readSteps } = useRead(() => keys.site.checklist(id ?? 'new'), () => readChecklist(id!), own)
  const { draft, dirty, overtaken, fill, catchUp } = useDraft({ data, draftOf: (entry) => draftOf(entry?.form), read: () => readEntry(id!) })
  const unfitting = shallowRef<Unfitting[] | null>(null)
  const hours = computed(() => JSON.stringify(hoursOf(draft.value)))
  const sending = useSending({}, async (error) => {
    if (await catchUp(error)) await Promise.all([readChanges(), readSteps()])
    else sending.form.check([{ id: '', message: error.detail || t('keeping.stale') }])
  })
  watch(hours, () => (unfitting.value = null))

  async function kept(entry: Entry, words: string): Promise<string> {
    data.value = entry
    await readAgain(keys.site.all, keys.register.lists)
    if (id) await Promise.all([readChanges(), readSteps()])
    return words
  }

  function attempt(work: () => Promise<string>): Promise<boolean> {
    overtaken.value = null
    return sending.attempt(() => explained(work, sending.form.check, draft))
  }

  /** Changed hours are looked at first: who would no longer fit is shown, and saved on the second press. */
  async function save(): Promise<Entry | null> {
    sending.form.check([])
    let made: Entry | null = null
    await attempt(async () => {
      const form = sentOf(draft.value)
      if (data.value && unfitting.value === null && hours.value !== JSON.stringify(hoursOf(draftOf(data.value.form)))) {
        const found = await previewHours(data.value.id, hoursOf(draft.value))
        unfitting.value = found
        if (found.length) {
          await focusOn('unfitting')
          return ''
        }
      }
      made = data.value ? await changeEntry(data.value, form) : await createHouse(form)
      fill(made)
      return kept(made, t('keeping.saved'))
    })
    if (made && id) await focusOn('entry-said')
    return made
  }

  /** What is typed meanwhile stays, and is still to be saved. */
  async function act(work: (entry: Entry) => Promise<Entry>, words: string): Promise<void> {
    const entry = data.value
    if (entry && (await attempt(async () => kept(await work(entry), words)))) await focusOn('entry-said')
  }
  const show = (live: boolean) => act((entry) => showHouse(entry, live), t(live ? 'keeping.nowLive' : 'keeping.nowHidden'))
  const archive = (archived: boolean) => act((entry) => archiveHouse(entry, archived), t(archived ? 'keeping.archived' : 'keeping.back'))

  /** What stood there once is put into the fields; it holds when it is saved. */
  async function goBack({ form }: EntryChange): Promise<void> {
    draft.value = draftOf(form as Entry['form'])
    await focusOn('entry-name')
  }

  return { data, failure, reload, changes, unread, readChanges, checklist, draft, dirty, overtaken, unfitting, sending, save, show, archive, goBack }
}

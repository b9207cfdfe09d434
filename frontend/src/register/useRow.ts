import { computed, ref, watch } from 'vue'
import { archiveRow, changeRow, createRow, getRow, type Kind, listChanges, type RegisterChange, type RegisterRow } from '@/api/registers'
import { keys, readAgain, useRead, useSending } from '@/staff'
import { t } from '@/text'
import { focusOn } from '@/ui'
import { complaints, type Draft, draftOf, fieldIds, sentOf } from './draft'
import { formOf } from './kinds'

/** One row of a register in its form: entered, changed, archived, and put back as it was. */
export function useRow(kind: Kind, id: string | null) {
  const { data, failure, reload } = useRead<RegisterRow>(() => keys.register.row(kind, id ?? 'new'), () => getRow(kind, id!), { when: () => id !== null, still: true })
  const { data: changes, failure: unread, reload: readChanges } = useRead<RegisterChange[]>(() => keys.register.changes(kind, id ?? 'new'), () => listChanges(kind, id!), { when: () => id !== null })
  const draft = ref<Draft>(draftOf(kind))
  const saved = ref('')
  const show = (form?: Parameters<typeof draftOf>[1]) => (draft.value = draftOf(kind, form))
  const fresh = (row: RegisterRow | null) => {
    show(row ? formOf(row) : undefined)
    saved.value = JSON.stringify(draft.value)
  }
  watch(data, fresh, { immediate: true })
  const dirty = computed(() => JSON.stringify(draft.value) !== saved.value)
  const sending = useSending(fieldIds(kind), async () => {
    await readChanges()
    sending.form.check([{ id: '', message: t('register.stale') }])
  })

  async function kept(row: RegisterRow, words: string): Promise<string> {
    data.value = row
    fresh(row)
    await readAgain(keys.register.lists, keys.procedure.list())
    if (id) await readChanges()
    return words
  }

  /** @returns the row that is new */
  async function save(): Promise<RegisterRow | null> {
    if (!sending.form.check(complaints(kind, draft.value))) return null
    let made: RegisterRow | null = null
    const form = sentOf(kind, draft.value)
    const done = await sending.attempt(async () => {
      made = data.value ? await changeRow(kind, data.value, form) : await createRow(kind, form)
      return kept(made, t('register.saved'))
    })
    if (done && id) await focusOn('row-said')
    return done ? made : null
  }

  async function archive(archived: boolean): Promise<void> {
    const row = data.value
    if (!row) return
    const done = await sending.attempt(async () => kept(await archiveRow(kind, row, archived), t(archived ? 'register.archived' : 'register.back')))
    if (done) await focusOn('row-said')
  }

  /** What stood there once is put into the fields; it holds when it is saved. */
  async function goBack({ form }: RegisterChange): Promise<void> {
    show(form)
    await focusOn('row-code')
  }

  return { data, failure, reload, changes, unread, readChanges, draft, dirty, sending, save, archive, goBack }
}

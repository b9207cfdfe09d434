import { archiveRow, changeRow, createRow, getRow, type Kind, listChanges, type RegisterChange, type RegisterRow } from '@/api/registers'
import { keys, readAgain, useDraft, useRead, useSending } from '@/staff'
import { t } from '@/text'
import { focusOn } from '@/ui'
import { complaints, type Draft, draftOf, fieldIds, sentOf } from './draft'
import { formOf } from './kinds'

/** One row of a register in its form: entered, changed, archived, and put back as it was. */
export function useRow(kind: Kind, id: string | null) {
  const { data, failure, reload } = useRead<RegisterRow>(() => keys.register.row(kind, id ?? 'new'), () => getRow(kind, id!), { when: () => id !== null, still: true })
  const { data: changes, failure: unread, reload: readChanges } = useRead<RegisterChange[]>(() => keys.register.changes(kind, id ?? 'new'), () => listChanges(kind, id!), { when: () => id !== null })
  const { draft, dirty, overtaken, fill, catchUp } = useDraft<RegisterRow, Draft>({ data, draftOf: (row) => draftOf(kind, row ? formOf(row) : undefined), read: () => getRow(kind, id!) })
  const sending = useSending(fieldIds(kind), async (error) => {
    if (await catchUp(error)) await readChanges()
    else sending.form.check([{ id: '', message: t('register.stale') }])
  })

  function attempt(work: () => Promise<string>): Promise<boolean> {
    overtaken.value = null
    return sending.attempt(work)
  }

  async function kept(row: RegisterRow, words: string): Promise<string> {
    data.value = row
    await readAgain(keys.register.lists, keys.procedure.list())
    if (id) await readChanges()
    return words
  }

  /** @returns the row that is new */
  async function save(): Promise<RegisterRow | null> {
    if (!sending.form.check(complaints(kind, draft.value))) return null
    let made: RegisterRow | null = null
    const form = sentOf(kind, draft.value)
    const done = await attempt(async () => {
      made = data.value ? await changeRow(kind, data.value, form) : await createRow(kind, form)
      fill(made)
      return kept(made, t('register.saved'))
    })
    if (done && id) await focusOn('row-said')
    return done ? made : null
  }

  /** What is typed meanwhile stays, and is still to be saved. */
  async function archive(archived: boolean): Promise<void> {
    const row = data.value
    if (!row) return
    const done = await attempt(async () => kept(await archiveRow(kind, row, archived), t(archived ? 'register.archived' : 'register.back')))
    if (done) await focusOn('row-said')
  }

  /** What stood there once is put into the fields; it holds when it is saved. */
  async function goBack({ form }: RegisterChange): Promise<void> {
    draft.value = draftOf(kind, form)
    await focusOn('row-code')
  }

  return { data, failure, reload, changes, unread, readChanges, draft, dirty, overtaken, sending, save, archive, goBack }
}

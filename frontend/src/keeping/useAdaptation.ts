import { type Adaptation, type AdaptationChange, type AdaptationForm, changeAdaptation, listAdaptationChanges, readAdaptation } from '@/api/adaptations'
import { keys, readAgain, useDraft, useRead, useSending } from '@/staff'
import { t } from '@/text'
import { focusOn } from '@/ui'
import { type AdaptationDraft, adaptationDraft, adaptationForm, type Own } from './adaptation'

const NOTHING: AdaptationForm = { added: [], removed: [] }

/** One procedure at one house: read, adapted, put back as the network says, or as it was once. */
export function useAdaptation(site: string, procedure: string) {
  const { data, failure, reload } = useRead<Adaptation>(() => keys.site.adaptation(site, procedure), () => readAdaptation(site, procedure), { still: true })
  const { data: changes, failure: unread, reload: readChanges } = useRead<AdaptationChange[]>(() => keys.site.adaptationChanges(site, procedure), () => listAdaptationChanges(site, procedure), { still: true })
  const draftOf = (adaptation: Adaptation | null): AdaptationDraft => (adaptation ? adaptationDraft(adaptation.network, adaptation) : { minutes: '', choices: {}, added: [], note: '' })
  const { draft, dirty, overtaken, fill, catchUp } = useDraft({ data, draftOf, read: () => readAdaptation(site, procedure) })
  const sending = useSending({ durationMinutes: 'adapt-minutes', note: 'adapt-note', added: 'row-documents' }, async (error) => {
    if (await catchUp(error)) await readChanges()
    else sending.form.check([{ id: '', message: error.detail || t('adapt.stale') }])
  })

  async function put(form: AdaptationForm, words: string): Promise<void> {
    const before = data.value
    if (!before) return
    overtaken.value = null
    sending.form.check([])
    const done = await sending.attempt(async () => {
      const now = await changeAdaptation(site, before, form)
      data.value = now
      fill(now)
      await readAgain(keys.site.adaptations(site), keys.procedure.list(site))
      await readChanges()
      return words
    })
    if (done && sending.said.value) await focusOn('adapt-said')
  }

  const save = () => put(adaptationForm(draft.value), t('adapt.saved'))
  const reset = () => put(NOTHING, t('adapt.wasReset'))

  /** What stood there once is put into the fields; it holds when it is saved. */
  async function goBack({ form }: AdaptationChange): Promise<void> {
    if (data.value) draft.value = adaptationDraft(data.value.network, form as Partial<Own>)
    await focusOn('adapt-minutes')
  }

  return { data, failure, reload, changes, unread, readChanges, draft, dirty, overtaken, sending, save, reset, goBack }
}

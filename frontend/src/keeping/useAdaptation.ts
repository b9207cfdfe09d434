import { computed, ref, watch } from 'vue'
import { type Adaptation, type AdaptationChange, type AdaptationForm, changeAdaptation, listAdaptationChanges, readAdaptation } from '@/api/adaptations'
import { ApiProblem } from '@/api'
import { keys, readAgain, useRead, useSending } from '@/staff'
import { t } from '@/text'
import { focusOn } from '@/ui'
import { type AdaptationDraft, adaptationDraft, adaptationForm, type Own } from './adaptation'

const NOTHING: AdaptationForm = { added: [], removed: [] }

/** One procedure at one house: read, adapted, put back as the network says, or as it was once. */
export function useAdaptation(site: string, procedure: string) {
  const { data, failure, reload } = useRead<Adaptation>(() => keys.site.adaptation(site, procedure), () => readAdaptation(site, procedure), { still: true })
  const { data: changes, failure: unread, reload: readChanges } = useRead<AdaptationChange[]>(() => keys.site.adaptationChanges(site, procedure), () => listAdaptationChanges(site, procedure), { still: true })
  const draft = ref<AdaptationDraft>({ minutes: '', choices: {}, added: [], note: '' })
  const saved = ref('')
  const fresh = (adaptation: Adaptation | null) => {
    if (adaptation) draft.value = adaptationDraft(adaptation.network, adaptation)
    saved.value = JSON.stringify(draft.value)
  }
  watch(data, fresh, { immediate: true })
  const dirty = computed(() => JSON.stringify(draft.value) !== saved.value)
  const sending = useSending({ durationMinutes: 'adapt-minutes', note: 'adapt-note', added: 'row-documents' })

  async function put(form: AdaptationForm, words: string): Promise<void> {
    const before = data.value
    if (!before) return
    sending.form.check([])
    const done = await sending.attempt(async () => {
      try {
        const now = await changeAdaptation(site, before, form)
        data.value = now
        fresh(now)
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.status !== 412) throw error
        await readChanges()
        sending.form.check([{ id: '', message: error.detail || t('adapt.stale') }])
        return ''
      }
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

  return { data, failure, reload, changes, unread, readChanges, draft, dirty, sending, save, reset, goBack }
}

import { computed, reactive, watch } from 'vue'
import { dropWords, type KindTemplate, readWords, saveWords, type Words } from '@/api/messages'
import { keys, useRead, useSending } from '@/staff'
import { t } from '@/text'
import { failureOf } from '@/ui'

export const WORD_FIELDS: (keyof Words)[] = ['subject', 'opening', 'closing', 'sms']
const idOf = (field: string) => `words-${field}`

/** A house's own words for its messages, one kind and language at a time. */
export function useWording(siteId: string) {
  const loading = useRead(() => keys.message.words(siteId), () => readWords(siteId), { still: true })
  const { data: list } = loading
  const at = reactive<Pick<KindTemplate, 'kind' | 'language'>>({ kind: 'confirmation', language: 'fr' })
  const draft = reactive<Words>({ subject: '', opening: '', closing: '', sms: '' })
  const fields = Object.fromEntries(WORD_FIELDS.flatMap((field) => [[field, idOf(field)], [`words.${field}`, idOf(field)]]))
  const { form, busy, said, failure, attempt } = useSending(fields, () => overtaken())
  const entry = computed(() => list.value?.items.find(({ kind, language }) => kind === at.kind && language === at.language) ?? null)
  const place = computed(() => ({ id: siteId, ...at }))
  const dirty = computed(() => Boolean(entry.value && WORD_FIELDS.some((field) => draft[field] !== entry.value!.words[field])))

  function discard(): void {
    form.check([])
    if (entry.value) Object.assign(draft, entry.value.words)
  }
  watch(
    () => (entry.value ? `${at.kind} ${at.language}` : ''),
    () => {
      said.value = ''
      discard()
    },
    { immediate: true },
  )
  for (const field of WORD_FIELDS) watch(() => draft[field], () => form.mended(idOf(field)))

  const change = (work: () => Promise<Partial<KindTemplate>>, done: string) =>
    attempt(async () => {
      const [before, sent] = [entry.value!, JSON.stringify(draft)]
      const fresh = { ...before, ...(await work()) }
      list.value = { ...list.value!, items: list.value!.items.map((one) => (one === before ? fresh : one)) }
      // What was typed while the answer was on its way stays.
      if (JSON.stringify(draft) === sent) discard()
      return done
    })

  /** Somebody else was quicker: their words are the ones that stand, what was typed here stays. */
  async function overtaken(): Promise<void> {
    try {
      list.value = await readWords(siteId)
      form.check([{ id: '', message: t('wording.overtaken') }])
    } catch (error) {
      failure.value = failureOf(error)
    }
  }

  const seen = () => ({ ...place.value, version: entry.value!.version })
  const save = () => change(() => saveWords(seen(), { ...draft }), t('wording.saved'))

  const restore = () =>
    change(async () => {
      await dropWords(seen())
      return { own: false, words: { ...entry.value!.defaults }, version: -1 }
    }, t('wording.restored'))

  return { ...loading, list, at, place, entry, draft, dirty, form, busy, said, unsaved: failure, save, restore, discard }
}

export type Wording = ReturnType<typeof useWording>

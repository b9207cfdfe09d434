import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { ApiProblem, type Failure, isProblem, listProcedures, onceKeys, readSite } from '@/api'
import { type ChangeScope, changePermanence, createPermanence, listPartners, type PermanenceForm, readPermanence, type Scope, type Touched } from '@/api/planning'
import { t } from '@/text'
import { type LocalDay, today } from '@/time'
import { failureOf, focusOn, useForm, useLoad } from '@/ui'
import { complaints, FIELD_IDS } from './checks'
import { type Draft, draftOf, emptyDraft, formOf } from './draft'
import { useDecisions } from './useDecisions'
import { usePreview } from './usePreview'
import { lastSaid } from '../said'

export interface EditorPlace {
  siteId: string
  /** None: a new one. */
  permanenceId?: string
  /** The occurrence that was chosen in the calendar, or the day of a new one. */
  date?: LocalDay
}

/** How one occurrence changes: other times, or not at all. */
export interface Occurrence {
  falls: boolean
  /** Another day than its own: it moves there. */
  day: LocalDay | ''
  from: string
  to: string
}

/** A decision whose slot was refused, as the server names it. */
const MOVE = /^decisions\.([\w-]+)\.slotId$/

/** A permanence being made or changed: nothing typed is lost, whatever the server answers. */
export function useEditor({ siteId, permanenceId, date }: EditorPlace) {
  const loading = useLoad(async () => {
    const [site, partners, procedures, base] = await Promise.all([
      readSite(siteId), listPartners(), listProcedures(), permanenceId ? readPermanence(permanenceId) : null,
    ])
    return { site, partners, procedures, base }
  })
  const { data } = loading
  const draft = reactive({}) as Draft
  const occurrence = reactive<Occurrence>({ falls: false, day: date ?? '', from: '', to: '' })
  const scope = ref<Scope>(date && permanenceId ? 'one' : 'all')
  const day = ref<LocalDay | ''>(date ?? '')
  const form = useForm(FIELD_IDS)
  const busy = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const overtaken = ref(false)
  const before = ref<{ draft: string; occurrence: string } | null>(null)
  const keyFor = onceKeys()
  const ready = computed(() => before.value !== null)
  const single = computed(() => scope.value === 'one')
  const snapshots = () => ({ draft: JSON.stringify(draft), occurrence: JSON.stringify(occurrence) })
  /** One day changes by its own fields alone, a series by the others. */
  const dirty = computed(() => ready.value && before.value![single.value ? 'occurrence' : 'draft'] !== snapshots()[single.value ? 'occurrence' : 'draft'])

  function begin(): void {
    const { site, base } = data.value!
    Object.assign(draft, base ? draftOf(base.data) : emptyDraft(date ?? today(site.zone)))
    const moved = draft.oddDays.find((one) => one.date === date && one.from)
    Object.assign(occurrence, { falls: false, day: date ?? '', from: moved?.from ?? draft.from, to: moved?.to ?? draft.to })
    before.value = snapshots()
    form.check([])
    overtaken.value = false
  }
  watch(data, (found) => found && !ready.value && begin())
  // What is mended must not stay red.
  watch([draft, occurrence], () => {
    const left = wrong()
    form.errors.value = form.errors.value.filter(({ id, message }) => !id || left.some((one) => one.id === id && one.message === message))
  }, { deep: true })

  function wrong() {
    if (!single.value) return [...complaints(draft), ...(scope.value === 'following' && !day.value ? [{ id: 'permanence-date', message: t('edit.error.date') }] : [])]
    const { falls, from, to } = occurrence
    if (!falls && !occurrence.day) return [{ id: 'permanence-day', message: t('edit.error.oddDay') }]
    return falls || (from && to && from < to) ? [] : [{ id: 'permanence-to', message: t('edit.error.order') }]
  }
  function sent(): PermanenceForm {
    if (!single.value) return formOf(draft, siteId)
    // All that it is otherwise; its day goes as the first one, and only when it is another.
    const { day: on, from, to } = occurrence
    return { ...formOf(draftOf(data.value!.base!.data), siteId), from, to, ...(on && on !== day.value ? { firstDate: on } : {}) }
  }
  const of = (): ChangeScope | null =>
    permanenceId ? { permanenceId, scope: scope.value, ...(scope.value !== 'all' && day.value ? { date: day.value } : {}) } : null

  const falls = computed(() => single.value && occurrence.falls)
  const previewing = usePreview(() => (ready.value && !wrong().length && (dirty.value || !permanenceId) ? { form: falls.value ? undefined : sent(), of: of() ?? {} } : null))
  const deciding = useDecisions(previewing.preview)

  /** True when it is done, and the calendar may be shown again. */
  async function save(): Promise<boolean> {
    if (busy.value || !ready.value) return false
    if (permanenceId && !dirty.value) return form.check([{ id: '', message: t('edit.nothing') }])
    if (!form.check(wrong())) return false
    if (deciding.open.value.length) {
      await focusOn('touched')
      return false
    }
    busy.value = true
    failure.value = null
    try {
      await send()
      before.value = snapshots()
      return true
    } catch (error) {
      await explain(error)
      return false
    } finally {
      busy.value = false
    }
  }

  async function send(): Promise<void> {
    const change = of()
    if (!change) {
      const body = sent()
      await createPermanence(body, keyFor(body))
      lastSaid.value = t('edit.made')
      return
    }
    const whole = { ...change, ...(falls.value ? {} : { form: sent() }), decisions: deciding.decisions.value }
    const { kept, moved, fallen } = await changePermanence(whole, data.value!.base!.etag)
    lastSaid.value = kept + moved + fallen ? t('edit.changedWith', { kept, moved, fallen }) : t('edit.changed')
  }

  async function explain(error: unknown): Promise<void> {
    if (error instanceof ApiProblem && error.status === 412) {
      overtaken.value = true
      await loading.reload()
      await focusOn('overtaken')
    } else if (isProblem(error, 'decisions-missing')) {
      // Somebody booked meanwhile: what was decided stays, the new ones wait for a decision.
      deciding.late.value = (error.said.touched as Touched[] | undefined) ?? []
      await previewing.ask()
      await focusOn('touched')
    } else if (error instanceof ApiProblem && error.errors.some(({ field }) => MOVE.test(field))) {
      // The slot that was decided for is gone: this one is asked about again.
      const refused = error.errors.map(({ field, message }) => ({ reference: field.match(MOVE)?.[1] ?? '', message }))
      await previewing.ask()
      for (const { reference } of refused) deciding.made.delete(reference)
      form.check(refused.map(({ reference, message }) => ({ id: reference && `decide-${reference}`, message })))
    } else if (error instanceof ApiProblem && error.errors.length) form.refuse(error.errors)
    else if (error instanceof ApiProblem && error.status < 500 && error.detail) form.check([{ id: '', message: error.detail }])
    else failure.value = failureOf(error)
  }

  const { preview, fresh, ask, failure: lost, busy: asking } = previewing
  return {
    data, failure: loading.failure, reload: loading.reload, draft, occurrence, scope, day, form, busy, unsaved: failure, overtaken, dirty, ready,
    preview, fresh, ask, lost, asking, deciding, begin, save,
  }
}

export type Editor = ReturnType<typeof useEditor>

import { ref, shallowRef } from 'vue'
import { ApiProblem, type Failure, onceKeys } from '@/api'
import { changePermanence, createPermanence, type Touched } from '@/api/planning'
import { forget, visits } from '@/staff'
import { t } from '@/text'
import { failureOf, focusOn, type useForm } from '@/ui'
import { lastSaid } from '../said'
import type { EditorBase } from './useEditorBase'
import { changeIn, type EditorPlace, formIn, mistakesIn } from './sent'
import type { Decisions } from './useDecisions'
import type { Typed } from './useTyped'

/** A decision that was refused, as the server names it: its slot is gone, or nobody can stay there. */
const DECISION = /^decisions\.([\w-]+)\.(?:slotId|decision)$/

interface Parts {
  place: EditorPlace
  base: EditorBase
  typed: Typed
  form: ReturnType<typeof useForm>
  deciding: Decisions
  /** Asks again what the form would make. */
  ask: () => Promise<void>
}

/** Saves what is typed; nothing of it is lost, whatever the server answers. */
export function useSaving({ place: { siteId, permanenceId }, base, typed, form, deciding, ask }: Parts) {
  const busy = ref(false)
  const failure = shallowRef<Failure | null>(null)
  /** Somebody else changed the permanence since it was read. */
  const overtaken = ref(false)
  const keyFor = onceKeys()
  const explain = useExplaining({ form, deciding, ask, overtaken: showOther })

  /** True when it is done, and the calendar may be shown again. */
  async function save(): Promise<boolean> {
    if (busy.value || !typed.ready.value) return false
    if (permanenceId && !typed.dirty.value) return form.check([{ id: '', message: t('edit.nothing') }])
    if (!form.check(mistakesIn(typed))) return false
    if (deciding.open.value.length) {
      await focusOn('touched')
      return false
    }
    busy.value = true
    failure.value = null
    try {
      lastSaid.value = await send()
      typed.kept()
      forget(...visits)
      return true
    } catch (error) {
      failure.value = await explain(error)
      return false
    } finally {
      busy.value = false
    }
  }

  /** The words for what was done. */
  async function send(): Promise<string> {
    const change = changeIn(typed, permanenceId)
    const sent = formIn(typed, siteId, base.data.value!.base?.data)
    if (!change) {
      await createPermanence(sent!, keyFor(sent!))
      return t('edit.made')
    }
    const whole = { ...change, ...(sent ? { form: sent } : {}), decisions: deciding.decisions.value }
    const { kept, moved, cancelled } = await changePermanence(whole, base.data.value!.base!.etag)
    return kept + moved + cancelled ? t('edit.changedWith', { kept, moved, cancelled }) : t('edit.changed')
  }

  async function showOther(): Promise<void> {
    overtaken.value = true
    await base.reload()
    await focusOn('overtaken')
  }

  return { busy, failure, overtaken, save }
}

/** Says a refusal where it belongs; gives back what belongs nowhere. */
function useExplaining({ form, deciding, ask, overtaken }: Pick<Parts, 'form' | 'deciding' | 'ask'> & { overtaken: () => Promise<void> }) {
  /** Somebody booked meanwhile: what was decided stays, the new ones wait for a decision. */
  async function moreTouched({ said }: ApiProblem): Promise<void> {
    deciding.late.value = (said.touched as Touched[] | undefined) ?? []
    await ask()
    await focusOn('touched')
  }

  /** What was decided cannot be: this one is asked about again. */
  async function decisionsRefused({ errors }: ApiProblem): Promise<void> {
    const refused = errors.map(({ field, message }) => ({ reference: field.match(DECISION)?.[1] ?? '', message }))
    await ask()
    for (const { reference } of refused) deciding.made.delete(reference)
    form.check(refused.map(({ reference, message }) => ({ id: reference && `decide-${reference}`, message })))
  }

  return async function explain(error: unknown): Promise<Failure | null> {
    if (!(error instanceof ApiProblem)) return failureOf(error)
    if (error.status === 412) await overtaken()
    else if (error.code === 'decisions-missing') await moreTouched(error)
    else if (error.errors.some(({ field }) => DECISION.test(field))) await decisionsRefused(error)
    else if (error.errors.length) form.refuse(error.errors)
    else if (error.status < 500 && error.detail) form.check([{ id: '', message: error.detail }])
    else return error
    return null
  }
}

import type { Kind, RowForm } from '@/api/registers'
import { t } from '@/text'
import type { FormError } from '@/ui'
import { FIELDS, type Field, idOf } from './kinds'

export interface Need {
  document: string
  required: boolean
}
/** What stands in the fields of a form, by their names. */
export interface Draft {
  code: string
  texts: Record<string, string>
  ticks: Record<string, boolean>
  papers: Need[]
}

const within = (form: RowForm, name: string): unknown =>
  name.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], form)

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n')
  return value === undefined || value === null ? '' : String(value)
}

/** @param form none: a new row */
export function draftOf(kind: Kind, form: RowForm = {}): Draft {
  const draft: Draft = { code: shown(form.code), texts: {}, ticks: {}, papers: [] }
  for (const { name, type } of FIELDS[kind]) {
    const value = within(form, name)
    if (type === 'tick') draft.ticks[name] = value === true
    else if (type === 'papers') draft.papers = ((value ?? []) as Need[]).map(({ document, required }) => ({ document, required }))
    else draft.texts[name] = shown(value)
  }
  return draft
}

function sent(draft: Draft, { name, type }: Field): unknown {
  if (type === 'tick') return draft.ticks[name]
  if (type === 'papers') return draft.papers
  const typed = String(draft.texts[name] ?? '').trim()
  if (type === 'lines') return typed.split('\n').map((line) => line.trim()).filter(Boolean)
  if (!typed) return undefined
  return type === 'number' ? Number(typed) : typed
}

/** The form as the contract has it. */
export function sentOf(kind: Kind, draft: Draft): RowForm {
  const form: RowForm = { code: draft.code.trim() }
  for (const field of FIELDS[kind]) {
    const [outer, inner] = field.name.split('.') as [string, string?]
    const value = sent(draft, field)
    if (inner) form[outer] = { ...(form[outer] as object | undefined), [inner]: value ?? '' }
    else if (value !== undefined) form[outer] = value
  }
  return form
}

/** What is missing is said before anything is sent; all else the server knows better. */
export function complaints(kind: Kind, draft: Draft): FormError[] {
  const needed = FIELDS[kind].filter(({ type, optional }) => !optional && type !== 'tick')
  const empty = needed.filter(({ name }) => !String(draft.texts[name] ?? '').trim()).map(({ name }) => ({ id: idOf(name), message: t('register.missing', { field: labelOf(kind, name) }) }))
  return draft.code.trim() ? empty : [{ id: idOf('code'), message: t('register.missing', { field: t('register.code') }) }, ...empty]
}

export function labelOf(kind: Kind, name: string): string {
  return t(FIELDS[kind].find((field) => field.name === name)?.label ?? 'register.code')
}

/** Where the server's errors belong; of a paper in the list: to the list. */
export function fieldIds(kind: Kind): Record<string, string> {
  const ids: Record<string, string> = { code: idOf('code') }
  for (const { name } of FIELDS[kind]) ids[name] = idOf(name)
  for (let i = 0; i < 50; i++) {
    ids[`documents[${i}].document`] = idOf('documents')
    ids[`synonyms[${i}]`] = idOf('synonyms')
  }
  return ids
}

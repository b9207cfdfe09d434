import type { ChangeScope, Permanence, PermanenceForm } from '@/api/planning'
import { t } from '@/text'
import type { FormError } from '@/ui'
import { complaints } from './checks'
import { draftOf, formOf } from './draft'
import type { Typed } from './useTyped'

export interface EditorPlace {
  siteId: string
  /** None: a new one. */
  permanenceId?: string
  /** The occurrence that was chosen in the calendar, or the day of a new one. */
  date?: string
}

/** What is missing or cannot be, in the fields that are sent. */
export function mistakesIn({ single, scope, day, draft, occurrence }: Typed): FormError[] {
  if (!single.value) return [...complaints(draft), ...(scope.value === 'following' && !day.value ? [{ id: 'permanence-date', message: t('edit.error.date') }] : [])]
  const { leftOut, from, to } = occurrence
  if (!leftOut && !occurrence.day) return [{ id: 'permanence-day', message: t('edit.error.oddDay') }]
  return leftOut || (from && to && from < to) ? [] : [{ id: 'permanence-to', message: t('edit.error.order') }]
}

/** What is sent; nothing when the one occurrence is left out. `base`: the permanence as it was read. */
export function formIn({ single, day, draft, occurrence }: Typed, siteId: string, base?: Permanence): PermanenceForm | undefined {
  if (!single.value) return formOf(draft, siteId)
  if (occurrence.leftOut) return undefined
  // All that it is otherwise; its day goes as the first one, and only when it is another.
  const { day: on, from, to } = occurrence
  return { ...formOf(draftOf(base!), siteId), from, to, ...(on && on !== day.value ? { firstDate: on } : {}) }
}

/** What of a permanence changes; null for a new one. */
export function changeIn({ scope, day }: Typed, permanenceId?: string): ChangeScope | null {
  if (!permanenceId) return null
  return { permanenceId, scope: scope.value, ...(scope.value !== 'all' && day.value ? { date: day.value } : {}) }
}

import type { ClosingTime } from '@/api/partners'
import { type LocalDay, plusDays } from '@/time'

export type Part = 'day' | 'morning' | 'afternoon' | 'days'
export const PARTS: Part[] = ['day', 'morning', 'afternoon', 'days']

/** Local times of the house; a half-day reaches over noon, so that a session across it is not missed. */
const [NOON, LUNCH_OVER] = ['12:00:00', '13:00:00']

/** What is closed, from the first moment to the one of opening again. */
export function closingTime(day: LocalDay, part: Part, until: LocalDay, reason: string): ClosingTime {
  const last = part === 'days' ? until : day
  const from = `${day}T${part === 'afternoon' ? NOON : '00:00:00'}`
  const to = part === 'morning' ? `${day}T${LUNCH_OVER}` : `${plusDays(last, 1)}T00:00:00`
  return { from, to, ...(reason.trim() ? { reason: reason.trim() } : {}) }
}

import { type LocalDay, mondayOf, plusDays } from '@/time'

export const KINDS = ['day', 'week', 'month', 'year', 'range'] as const
export type Kind = (typeof KINDS)[number]

/** Local days; the one after the last is excluded. */
export interface Span {
  from: LocalDay
  to: LocalDay
}

const monthOf = (day: LocalDay) => `${day.slice(0, 7)}-01`
const yearOf = (day: LocalDay) => `${day.slice(0, 4)}-01-01`

/** The first day of the month so many months later. */
function plusMonths(day: LocalDay, count: number): LocalDay {
  const date = new Date(`${monthOf(day)}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + count)
  return date.toISOString().slice(0, 10)
}

/** The day, week, month or year that a day is in. */
export function spanOf(kind: Exclude<Kind, 'range'>, day: LocalDay): Span {
  if (kind === 'day') return { from: day, to: plusDays(day, 1) }
  if (kind === 'week') return { from: mondayOf(day), to: plusDays(mondayOf(day), 7) }
  if (kind === 'month') return { from: monthOf(day), to: plusMonths(day, 1) }
  return { from: yearOf(day), to: plusMonths(yearOf(day), 12) }
}

/** A day in the same kind of span, so many later. */
export function moved(kind: Exclude<Kind, 'range'>, day: LocalDay, by: number): LocalDay {
  if (kind === 'day') return plusDays(day, by)
  if (kind === 'week') return plusDays(day, 7 * by)
  return plusMonths(day, kind === 'month' ? by : 12 * by)
}

/** A share in whole percent; null of nothing. */
export function percent(number: number | undefined, of: number | undefined): number | null {
  return number === undefined || !of ? null : Math.round((100 * number) / of)
}

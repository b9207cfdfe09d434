import { type LocalDay, plusDays, weekdayOf } from '@/time'

/** 1 for Monday to 7 for Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
/** First to fourth of a month; -1 the last. */
export type Nth = 1 | 2 | 3 | 4 | -1

export const WEEKDAYS: Weekday[] = [1, 2, 3, 4, 5, 6, 7]
export const NTHS: Nth[] = [1, 2, 3, 4, -1]
/** A day of the month; -1 the last, whichever that is. */
export const MONTH_DAYS = [...Array.from({ length: 31 }, (_, at) => at + 1), -1]
/** From this day on there are months that have none. */
export const SOMETIMES_MISSING = 29
/** "n weeks in m" that have a name of their own; any other is "one week in m". */
export const CYCLES = ['1of1', '1of2', '1of3', '1of4', '2of3', '3of4', '2of4'] as const
export type Cycle = (typeof CYCLES)[number] | `1of${number}`
/** A bus that comes by less often than once a year is no rhythm. */
export const MOST_WEEKS = 52

/** A recurrence as the form can say it; what it cannot say is kept as it is written. */
export type Shape =
  | { kind: 'weeks'; days: Weekday[]; cycle: Cycle }
  | { kind: 'monthDays'; monthDays: number[]; every: number }
  | { kind: 'month'; nths: Nth[]; day: Weekday; every: number }
  | { kind: 'dates' }
  | { kind: 'other'; rrule: string }

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const codeOf = (day: Weekday) => CODES[day - 1]!
const dayOfCode = (code: string) => (CODES.indexOf(code) + 1) as Weekday

export function sizeOf(cycle: Cycle): { on: number; of: number } {
  const [on, of] = cycle.split('of').map(Number)
  return { on: on!, of: of! }
}
/** A cycle that one RRULE cannot say: every week, and the weeks off are exceptions. */
export const needsSkips = (cycle: Cycle) => sizeOf(cycle).on > 1

const spaced = (every: number) => (every > 1 ? `;INTERVAL=${every}` : '')

/** The RRULE of a shape. The days of `dates` are its first day and added days. */
export function ruleOf(shape: Shape): string {
  if (shape.kind === 'other') return shape.rrule
  if (shape.kind === 'dates') return 'FREQ=DAILY;COUNT=1'
  if (shape.kind === 'month') {
    const days = NTHS.filter((nth) => shape.nths.includes(nth)).map((nth) => `${nth}${codeOf(shape.day)}`)
    return `FREQ=MONTHLY${spaced(shape.every)};BYDAY=${days.join(',')}`
  }
  if (shape.kind === 'monthDays') return `FREQ=MONTHLY${spaced(shape.every)};BYMONTHDAY=${shape.monthDays.join(',')}`
  const { on, of } = sizeOf(shape.cycle)
  const every = on === 1 && of > 1 ? `;INTERVAL=${of}` : ''
  return `FREQ=WEEKLY${every};BYDAY=${[...shape.days].sort().map(codeOf).join(',')}`
}

/** What an RRULE says, as far as the form can say it too; `first` is the day from which it counts. */
export function shapeOf(rrule: string, first: LocalDay): Shape {
  const other: Shape = { kind: 'other', rrule }
  const parts = partsOf(rrule)
  if (!parts) return other
  const { FREQ: freq, INTERVAL: interval = '1', BYDAY: byDay = '', COUNT: count, WKST: start = 'MO', BYSETPOS: at, BYMONTHDAY: onDays, ...rest } = parts
  const every = Number(interval)
  if (Object.keys(rest).length || start !== 'MO' || !Number.isInteger(every) || every < 1) return other
  if (onDays !== undefined) return (freq === 'MONTHLY' && count === undefined && !byDay && !at && monthDays(onDays, every)) || other
  if (freq === 'DAILY' && count === '1' && every === 1 && !byDay && !at) return { kind: 'dates' }
  if (count !== undefined) return other
  if (freq === 'MONTHLY') return monthly(byDay, at, every) ?? other
  if (at !== undefined) return other
  if (freq === 'WEEKLY') return weekly(byDay || codeOf(weekdayOf(first) as Weekday), every) ?? other
  return freq === 'DAILY' && every === 1 ? (weekly(byDay || CODES.join(), 1) ?? other) : other
}

function partsOf(rrule: string): Record<string, string> | null {
  const pairs = rrule.trim().toUpperCase().replace(/^RRULE:/, '').split(';').map((part) => part.split('='))
  const names = new Set(pairs.map(([name]) => name))
  return pairs.every(([name, value]) => name && value) && names.size === pairs.length ? (Object.fromEntries(pairs) as Record<string, string>) : null
}

function weekly(byDay: string, every: number): Shape | null {
  const codes = [...new Set(byDay.split(','))]
  const cycle: Cycle = `1of${every}`
  return every <= MOST_WEEKS && codes.every((code) => CODES.includes(code)) ? { kind: 'weeks', days: codes.map(dayOfCode).sort(), cycle } : null
}

function monthly(byDay: string, at: string | undefined, every: number): Shape | null {
  const found = byDay.split(',').map((one) => one.match(/^(-?\d)?([A-Z]{2})$/))
  const [day, ...others] = new Set(found.map((one) => one?.[2] ?? ''))
  const written = at === undefined ? found.map((one) => one?.[1]) : found.length === 1 && !found[0]?.[1] ? at.split(',') : []
  const nths = [...new Set(written.map(Number))] as Nth[]
  if (!day || others.length || !CODES.includes(day) || !nths.length || every > 12) return null
  return nths.every((nth) => NTHS.includes(nth)) ? { kind: 'month', nths: NTHS.filter((nth) => nths.includes(nth)), day: dayOfCode(day), every } : null
}

function monthDays(written: string, every: number): Shape | null {
  const days = written.split(',').map(Number)
  if (every > 12 || !days.every((day) => MONTH_DAYS.includes(day))) return null
  return { kind: 'monthDays', monthDays: inOrder(days), every }
}

/** The last day stands behind the others. */
export const inOrder = (days: number[]): number[] => MONTH_DAYS.filter((day) => days.includes(day))

/** The shape that a day suggests: every week on its weekday. */
export function shapeFor(day: LocalDay): Shape {
  return { kind: 'weeks', days: [weekdayOf(day) as Weekday], cycle: '1of1' }
}

/** Which of its weekday in its month a day is: 1 for the first. */
export function nthOf(day: LocalDay): Nth {
  const nth = Math.ceil(Number(day.slice(8)) / 7)
  return plusDays(day, 7).slice(0, 7) !== day.slice(0, 7) && nth > 4 ? -1 : (Math.min(nth, 4) as Nth)
}

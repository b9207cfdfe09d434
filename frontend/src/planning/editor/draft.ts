import type { CalendarException, Mode, Permanence, PermanenceForm } from '@/api/planning'
import { type LocalDay, weekdayOf } from '@/time'
import { cycleOf, daysOff } from '../rule/cycle'
import { type Cycle, CYCLES, inOrder, needsSkips, type Nth, nthOf, NTHS, ruleOf, type Shape, shapeOf, sizeOf, type Weekday } from '../rule/shape'

/** One day that leaves the rule: not there, there in addition, or there at other times. */
export interface OddDay {
  date: LocalDay
  kind: 'skipped' | 'added' | 'moved'
  from: string
  to: string
}

/** What each kind of recurrence needs, side by side, so that trying another kind loses nothing. */
export interface Recurrence {
  kind: Shape['kind']
  days: Weekday[]
  /** `every`: one week in `weeks`. */
  cycle: Cycle | 'every'
  weeks: number
  phase: number
  nths: Nth[]
  monthDay: Weekday
  /** 1 to 31, -1 the last. */
  monthDays: number[]
  every: number
  dates: LocalDay[]
  rrule: string
}

export interface Draft {
  partnerId: string
  procedures: string[]
  titleFr: string
  titleEn: string
  room: string
  repeat: Recurrence
  firstDate: LocalDay
  untilDate: LocalDay | ''
  from: string
  to: string
  oddDays: OddDay[]
  openOnHolidays: boolean
  mode: Mode
  slotMinutes: number
  capacity: number
  keptPhone: number
  keptWalkIn: number
  /** As it is typed; empty: no limit. */
  numbersPerDay: number | ''
  noticeMinutes: number
  horizonDays: number
  changeDeadlineMinutes: number
  confirmHours: number
}

export function emptyDraft(day: LocalDay): Draft {
  const repeat: Recurrence = {
    kind: 'weeks', days: [weekdayOf(day) as Weekday], cycle: '1of1', weeks: 5, phase: 0, nths: [nthOf(day)], monthDay: weekdayOf(day) as Weekday,
    monthDays: [Number(day.slice(8))], every: 1, dates: [day], rrule: '',
  }
  return {
    partnerId: '', procedures: [], titleFr: '', titleEn: '', room: '', repeat, firstDate: day, untilDate: '', from: '09:00', to: '12:00', oddDays: [],
    openOnHolidays: false, mode: 'appointment', slotMinutes: 30, capacity: 1, keptPhone: 0, keptWalkIn: 0, numbersPerDay: '', noticeMinutes: 60, horizonDays: 60,
    changeDeadlineMinutes: 120, confirmHours: 48,
  }
}

/** "Every n weeks" as any other cycle. */
export const cycleIn = ({ cycle, weeks }: Pick<Recurrence, 'cycle' | 'weeks'>): Cycle => (cycle === 'every' ? `1of${weeks}` : cycle)

export function shapeIn({ kind, days, nths, monthDay, monthDays, every, rrule, ...rhythm }: Recurrence): Shape {
  if (kind === 'weeks') return { kind, days: [...days].sort(), cycle: cycleIn(rhythm) }
  if (kind === 'monthDays') return { kind, monthDays: inOrder(monthDays), every }
  if (kind === 'month') return { kind, nths: NTHS.filter((nth) => nths.includes(nth)), day: monthDay, every }
  return kind === 'dates' ? { kind } : { kind: 'other', rrule }
}

/** A permanence as its editor shows it. */
export function draftOf(one: Permanence): Draft {
  const base = emptyDraft(one.firstDate)
  const shape = shapeOf(one.rrule, one.firstDate)
  const repeat: Recurrence = { ...base.repeat, kind: shape.kind, rrule: one.rrule }
  const exceptions = one.exceptions ?? []
  let oddDays = oddDaysOf(exceptions)
  if (shape.kind === 'month') Object.assign(repeat, { nths: shape.nths, monthDay: shape.day, every: shape.every })
  if (shape.kind === 'monthDays') Object.assign(repeat, { monthDays: shape.monthDays, every: shape.every })
  if (shape.kind === 'weeks') {
    const named = CYCLES.some((one) => one === shape.cycle)
    Object.assign(repeat, { days: shape.days, ...(named ? { cycle: shape.cycle } : { cycle: 'every', weeks: sizeOf(shape.cycle).of }) })
    const found = shape.cycle === '1of1' && one.untilDate ? cycleOf(skippedIn(exceptions), shape.days, one.firstDate, one.untilDate) : null
    if (found) {
      Object.assign(repeat, found)
      oddDays = besides(exceptions, daysOff(found.cycle, shape.days, one.firstDate, one.untilDate!, found.phase))
    }
  }
  if (shape.kind === 'dates') {
    const more = oddDays.filter(({ kind, from }) => kind === 'added' && !from).map(({ date }) => date)
    repeat.dates = [one.firstDate, ...more].sort()
    oddDays = oddDays.filter(({ date }) => !more.includes(date))
  }
  // Single dates say nothing of holidays: another kind begins without them.
  const openOnHolidays = shape.kind !== 'dates' && (one.openOnHolidays ?? false)
  const { slotMinutes, capacity, noticeMinutes, horizonDays, changeDeadlineMinutes, mode, firstDate, from, to } = one
  return {
    repeat, oddDays, firstDate, from, to, mode, slotMinutes, capacity, noticeMinutes, horizonDays, changeDeadlineMinutes,
    partnerId: one.partner?.id ?? '', procedures: one.procedures.map(({ id }) => id), titleFr: one.titleFr ?? '', titleEn: one.titleEn ?? '',
    room: one.room ?? '', untilDate: one.untilDate ?? '', openOnHolidays, keptPhone: one.keptPhone ?? 0,
    keptWalkIn: one.keptWalkIn ?? 0, numbersPerDay: one.numbersPerDay ?? '', confirmHours: one.confirmHours ?? base.confirmHours,
  }
}

/** What is sent. A rule that was not touched stays word for word. */
export function formOf(draft: Draft, siteId: string): PermanenceForm {
  const { repeat, untilDate, titleFr, titleEn, room, partnerId, oddDays, numbersPerDay, ...terms } = draft
  const shape = shapeIn(repeat)
  const dates = [...new Set(repeat.dates)].sort()
  const firstDate = shape.kind === 'dates' ? (dates[0] ?? draft.firstDate) : draft.firstDate
  const until = shape.kind === 'dates' ? '' : untilDate
  // A date that somebody chose stands, the first one like the others, holiday or not.
  const openOnHolidays = shape.kind === 'dates' || draft.openOnHolidays
  const odd = shape.kind === 'dates' ? [...dates.slice(1).map(plainDay), ...oddDays] : oddDays
  const off = shape.kind === 'weeks' && needsSkips(shape.cycle) && until ? daysOff(shape.cycle, shape.days, firstDate, until, repeat.phase) : []
  const text = (name: string, value: string | undefined) => (value?.trim() ? { [name]: value.trim() } : {})
  return {
    ...terms, siteId, firstDate, openOnHolidays, rrule: ruleIn(shape, repeat.rrule, firstDate), exceptions: exceptionsOf(odd, off),
    ...text('untilDate', until), ...text('titleFr', titleFr), ...text('titleEn', titleEn), ...text('room', room),
    ...text('partnerId', partnerId), ...(numbersPerDay === '' ? {} : { numbersPerDay }),
  } as PermanenceForm
}

function ruleIn(shape: Shape, written: string, firstDate: LocalDay): string {
  const plain: Shape = shape.kind === 'weeks' && needsSkips(shape.cycle) ? { ...shape, cycle: '1of1' } : shape
  return written && JSON.stringify(shapeOf(written, firstDate)) === JSON.stringify(plain) ? written : ruleOf(plain)
}

const plainDay = (date: LocalDay): OddDay => ({ date, kind: 'added', from: '', to: '' })
const skippedIn = (exceptions: CalendarException[]) => exceptions.filter(({ kind }) => kind === 'skipped').map(({ date }) => date)

function oddDaysOf(exceptions: CalendarException[]): OddDay[] {
  const skipped = new Set(skippedIn(exceptions))
  const added = exceptions.filter(({ kind }) => kind === 'added')
  const alone = [...skipped].filter((day) => !added.some(({ date }) => date === day))
  return [
    ...alone.map((date): OddDay => ({ date, kind: 'skipped', from: '', to: '' })),
    ...added.map(({ date, from = '', to = '' }): OddDay => ({ date, kind: skipped.has(date) ? 'moved' : 'added', from, to })),
  ].sort((one, other) => one.date.localeCompare(other.date))
}

/** The odd days beside the weeks off: a week off in which it is there all the same is a day added. */
function besides(exceptions: CalendarException[], off: LocalDay[]): OddDay[] {
  const skipped = new Set(skippedIn(exceptions))
  const rest = exceptions.filter(({ kind, date }) => kind === 'added' || !off.includes(date))
  const there = off.filter((day) => !skipped.has(day)).map(plainDay)
  return [...oddDaysOf(rest), ...there].sort((one, other) => one.date.localeCompare(other.date))
}

function exceptionsOf(odd: OddDay[], off: LocalDay[]): CalendarException[] {
  const there = new Set(odd.filter(({ kind, from }) => kind === 'added' && !from).map(({ date }) => date))
  const skipped = new Set([...off.filter((day) => !there.has(day)), ...odd.filter(({ kind }) => kind !== 'added').map(({ date }) => date)])
  const added = odd.filter(({ kind, date }) => kind !== 'skipped' && !(there.has(date) && off.includes(date)))
  return [
    ...[...skipped].map((date): CalendarException => ({ date, kind: 'skipped' })),
    ...added.map(({ date, from, to }): CalendarException => (from && to ? { date, kind: 'added', from, to } : { date, kind: 'added' })),
  ].sort((one, other) => one.date.localeCompare(other.date) || one.kind.localeCompare(other.kind))
}

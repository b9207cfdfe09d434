import { t, tongue } from '@/text'
import { type LocalDay, spellDay, spellLocalTime } from '@/time'
import { CYCLES, type Shape, sizeOf, SOMETIMES_MISSING } from './shape'

/** "mardi et jeudi", "Tuesday and Thursday". */
export const together = (words: string[]): string => new Intl.ListFormat(tongue(), { type: 'conjunction' }).format(words)

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export const spellWeekday = (day: number): string => t(`day.${DAYS[day - 1]!}`)

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** "le 1er", "the 15th", "the last day". */
export function spellMonthDay(day: number): string {
  if (day === -1) return t('rule.dayOf.last')
  const ordinal = new Intl.PluralRules(tongue(), { type: 'ordinal' }).select(day) as 'one' | 'two' | 'few' | 'other'
  return t(`rule.dayOf.${ordinal}`, { day })
}

/** "Le 15 de chaque mois"; and what becomes of the months that have no such day. */
function spellMonthDays({ monthDays, every }: Extract<Shape, { kind: 'monthDays' }>): string {
  const values = { days: together(monthDays.map(spellMonthDay)), count: every }
  const said = capital(t(every > 1 ? 'rule.say.monthDaysEvery' : 'rule.say.monthDays', values))
  return monthDays.some((day) => day >= SOMETIMES_MISSING) ? `${said} ${t('rule.say.skips')}` : said
}

/** What a recurrence means: "Chaque mardi et jeudi", "Le 2e mardi de chaque mois". */
export function spellShape(shape: Shape, dates: LocalDay[] = []): string {
  if (shape.kind === 'other') return t('rule.say.other', { rule: shape.rrule })
  if (shape.kind === 'dates') return capital(together(dates.map((day) => t('rule.the', { day: spellDay(day, tongue(), { year: true }) }))))
  if (shape.kind === 'month') {
    const days = together(shape.nths.map((nth) => t(`rule.ord.${nth === -1 ? 'last' : nth}`)))
    const values = { nths: days, day: spellWeekday(shape.day), count: shape.every }
    return capital(t(shape.every > 1 ? 'rule.say.months' : 'rule.say.month', values))
  }
  if (shape.kind === 'monthDays') return spellMonthDays(shape)
  const days = shape.days.map(spellWeekday)
  const named = CYCLES.find((one) => one === shape.cycle)
  return t(named ? `rule.say.${named}` : 'rule.say.weeks', {
    count: sizeOf(shape.cycle).of,
    days: together(shape.cycle === '1of1' ? days : days.map((day) => t('rule.the', { day }))),
  })
}

export interface Span {
  firstDate: LocalDay
  untilDate?: LocalDay | null
  from: string
  to: string
}

/** The whole of it: days, hours, from when and until when. */
export function spellSeries(shape: Shape, { firstDate, untilDate, from, to }: Span, dates: LocalDay[] = []): string {
  const hours = t('rule.say.hours', { from: spellLocalTime(from, tongue()), to: spellLocalTime(to, tongue()) })
  const parts = [spellShape(shape, dates), hours]
  if (shape.kind !== 'dates') {
    parts.push(t('rule.say.from', { day: spellDay(firstDate, tongue(), { year: true }) }))
    if (untilDate) parts.push(t('rule.say.until', { day: spellDay(untilDate, tongue(), { year: true }) }))
  }
  return `${parts.join(', ')}.`
}

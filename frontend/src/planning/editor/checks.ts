import { t } from '@/text'
import type { FormError } from '@/ui'
import type { Draft } from './draft'
import { cycleIn, formOf } from './draft'
import { MOST_WEEKS, needsSkips } from '../rule/shape'

/** As many odd days as the API takes. */
const MOST_DAYS = 400

/** The server's names of fields, and where each stands on the page. */
export const FIELD_IDS: Record<string, string> = Object.fromEntries(
  [
    'partnerId', 'procedures', 'titleFr', 'titleEn', 'room', 'firstDate', 'untilDate', 'from', 'to', 'mode', 'slotMinutes', 'capacity', 'keptPhone',
    'keptWalkIn', 'numbersPerDay', 'noticeMinutes', 'horizonDays', 'changeDeadlineMinutes', 'confirmHours', 'rrule', 'exceptions', 'date',
  ].flatMap((field) => [[field, `permanence-${field}`], [`form.${field}`, `permanence-${field}`]]),
)

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const whole = (value: unknown, least: number, most: number) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most

/** What is missing or cannot be, before anything is asked of the server. */
export function complaints(draft: Draft): FormError[] {
  const found: FormError[] = []
  const wrong = (field: string, message: string) => found.push({ id: `permanence-${field}`, message })
  if (!draft.procedures.length) wrong('procedures', t('edit.error.procedures'))
  repeatComplaints(draft, wrong)
  if (!draft.from || !draft.to) wrong(draft.from ? 'to' : 'from', t('edit.error.times'))
  else if (draft.from >= draft.to) wrong('to', t('edit.error.order'))
  if (draft.oddDays.some(({ date }) => !date)) wrong('exceptions', t('edit.error.oddDay'))
  if (draft.oddDays.some(({ kind, from, to }) => (kind === 'moved' || from || to) && !(from && to && from < to))) wrong('exceptions', t('edit.error.oddTimes'))
  if (new Set(draft.oddDays.map(({ date }) => date)).size < draft.oddDays.length) wrong('exceptions', t('edit.error.oddTwice'))
  if (!whole(draft.capacity, 1, 500)) wrong('capacity', t('edit.error.capacity'))
  else if (!whole(draft.keptPhone, 0, 500) || !whole(draft.keptWalkIn, 0, 500) || draft.keptPhone + draft.keptWalkIn > draft.capacity) {
    wrong('keptPhone', t('edit.error.kept', { count: draft.capacity }))
  }
  if (draft.numbersPerDay !== '' && !whole(draft.numbersPerDay, 1, 999)) wrong('numbersPerDay', t('edit.error.numbers'))
  if (draft.mode !== 'walkIn') {
    if (!whole(draft.slotMinutes, 5, 480)) wrong('slotMinutes', t('edit.error.slot'))
    else if (draft.from < draft.to && minutes(draft.to) - minutes(draft.from) < draft.slotMinutes) wrong('slotMinutes', t('edit.error.slotLong'))
  }
  return found
}

function repeatComplaints({ repeat, firstDate, untilDate, ...draft }: Draft, wrong: (field: string, message: string) => void): void {
  const { kind, days, nths, monthDays, dates, weeks, rrule } = repeat
  if (kind === 'weeks' && !days.length) wrong('rrule', t('edit.error.days'))
  if (kind === 'month' && !nths.length) wrong('rrule', t('edit.error.nths'))
  if (kind === 'weeks' && repeat.cycle === 'every' && !whole(weeks, 1, MOST_WEEKS)) wrong('weeks', t('edit.error.weeks', { count: MOST_WEEKS }))
  if (kind === 'monthDays' && !monthDays.length) wrong('rrule', t('edit.error.monthDays'))
  if (kind === 'dates' && (!dates.length || dates.some((day) => !day))) wrong('rrule', t('edit.error.dates'))
  if (kind === 'other' && !rrule) wrong('rrule', t('edit.error.days'))
  if (kind === 'dates') return
  if (!firstDate) wrong('firstDate', t('edit.error.first'))
  else if (untilDate && untilDate < firstDate) wrong('untilDate', t('edit.error.until'))
  else if (kind === 'weeks' && needsSkips(cycleIn(repeat))) {
    if (!untilDate) wrong('untilDate', t('edit.error.cycleUntil'))
    else if (formOf({ ...draft, repeat, firstDate, untilDate }, '').exceptions!.length > MOST_DAYS) wrong('untilDate', t('edit.error.cycleLong'))
  }
}

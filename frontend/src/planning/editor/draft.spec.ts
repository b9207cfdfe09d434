import { describe, expect, it } from 'vitest'
import type { Permanence } from '@/api/planning'
import { draftOf, emptyDraft, formOf } from './draft'

const PERMANENCE: Permanence = {
  id: 'p1', siteId: 'moyaux', host: 'partner', partner: { id: 'caf', code: 'caf', name: { fr: 'CAF', en: 'CAF' } },
  procedures: [{ id: 'housing', code: 'housing', title: { fr: 'x', en: 'x' } }], rrule: 'FREQ=WEEKLY;BYDAY=TU', firstDate: '2026-11-24',
  from: '09:00', to: '12:00', openOnHolidays: false, mode: 'both', slotMinutes: 20, capacity: 2, noticeMinutes: 60, horizonDays: 30,
  changeDeadlineMinutes: 120, exceptions: [], confirmHours: 24, keptPhone: 1, keptWalkIn: 0,
}
const through = (one: Permanence) => formOf(draftOf(one), one.siteId)

describe('what the editor shows', () => {
  it('a permanence goes through it and comes back as it was', () => {
    const { id: _, host: __, partner: ___, procedures: ____, ...terms } = PERMANENCE
    expect(through(PERMANENCE)).toEqual({ ...terms, partnerId: 'caf', procedures: ['housing'] })
  })

  it.each([
    'FREQ=WEEKLY;WKST=MO;BYDAY=TU', 'RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', 'FREQ=YEARLY;BYMONTH=3;BYDAY=1MO', 'FREQ=MONTHLY;BYMONTHDAY=15',
    'FREQ=MONTHLY;BYMONTHDAY=15,1', 'FREQ=MONTHLY;BYMONTHDAY=-2', 'FREQ=MONTHLY', 'FREQ=WEEKLY;INTERVAL=5', 'FREQ=WEEKLY;INTERVAL=60;BYDAY=TU',
    'FREQ=WEEKLY;INTERVAL=5;BYDAY=TU;UNTIL=20271231', 'FREQ=YEARLY;BYYEARDAY=100', 'FREQ=WEEKLY;BYDAY=TU;COUNT=7',
  ])('%s, untouched, stays word for word', (rrule) => {
    expect(through({ ...PERMANENCE, rrule }).rrule).toBe(rrule)
  })

  it('every five weeks, and the 15th of the month, are chosen and come back', () => {
    const bus = emptyDraft('2026-11-24')
    Object.assign(bus.repeat, { cycle: 'every', weeks: 5 })
    expect(formOf(bus, 'moyaux').rrule).toBe('FREQ=WEEKLY;INTERVAL=5;BYDAY=TU')
    expect(draftOf({ ...PERMANENCE, ...formOf(bus, 'moyaux'), procedures: [] }).repeat).toMatchObject({ cycle: 'every', weeks: 5 })
    Object.assign(bus.repeat, { kind: 'monthDays', monthDays: [-1, 15] })
    expect(formOf(bus, 'moyaux').rrule).toBe('FREQ=MONTHLY;BYMONTHDAY=15,-1')
    expect(draftOf({ ...PERMANENCE, ...formOf(bus, 'moyaux'), procedures: [] }).repeat).toMatchObject({ kind: 'monthDays', monthDays: [15, -1] })
  })

  it('a touched rule is written anew', () => {
    const draft = draftOf({ ...PERMANENCE, rrule: 'FREQ=WEEKLY;WKST=MO;BYDAY=TU' })
    draft.repeat.days = [4, 2]
    expect(formOf(draft, 'moyaux').rrule).toBe('FREQ=WEEKLY;BYDAY=TU,TH')
  })

  it('days skipped, added and held at other times come back as they were', () => {
    const exceptions = [
      { date: '2026-12-01', kind: 'skipped' as const },
      { date: '2026-12-08', kind: 'added' as const, from: '14:00', to: '16:00' },
      { date: '2026-12-08', kind: 'skipped' as const },
      { date: '2026-12-11', kind: 'added' as const },
    ]
    const draft = draftOf({ ...PERMANENCE, exceptions })
    expect(draft.oddDays.map(({ kind }) => kind)).toEqual(['skipped', 'moved', 'added'])
    expect(formOf(draft, 'moyaux').exceptions).toEqual(exceptions)
  })

  it('two weeks in three are weekly with each third week skipped, and are seen as such again', () => {
    const draft = emptyDraft('2026-11-24')
    Object.assign(draft, { untilDate: '2027-02-28' })
    draft.repeat.cycle = '2of3'
    const form = formOf(draft, 'moyaux')
    expect(form.rrule).toBe('FREQ=WEEKLY;BYDAY=TU')
    expect(form.exceptions!.map(({ date }) => date)).toEqual(['2026-12-08', '2026-12-29', '2027-01-19', '2027-02-09'])
    const again = draftOf({ ...PERMANENCE, ...form, procedures: [] })
    expect([again.repeat.cycle, again.oddDays]).toEqual(['2of3', []])
  })

  it('in a week off it may be there all the same', () => {
    const draft = emptyDraft('2026-11-24')
    Object.assign(draft, { untilDate: '2027-02-28', oddDays: [{ date: '2026-12-29', kind: 'added', from: '', to: '' }] })
    draft.repeat.cycle = '2of3'
    const form = formOf(draft, 'moyaux')
    expect(form.exceptions!.map(({ date }) => date)).toEqual(['2026-12-08', '2027-01-19', '2027-02-09'])
    expect(draftOf({ ...PERMANENCE, ...form, procedures: [] })).toMatchObject({ repeat: { cycle: '2of3' }, oddDays: draft.oddDays })
  })

  it('single dates are a first day and added ones', () => {
    const draft = emptyDraft('2026-11-24')
    Object.assign(draft.repeat, { kind: 'dates', dates: ['2026-12-10', '2026-12-03', '2027-01-07'] })
    const form = formOf(draft, 'moyaux')
    expect(form).toMatchObject({ rrule: 'FREQ=DAILY;COUNT=1', firstDate: '2026-12-03' })
    expect(form.exceptions).toEqual([{ date: '2026-12-10', kind: 'added' }, { date: '2027-01-07', kind: 'added' }])
    expect(draftOf({ ...PERMANENCE, ...form, procedures: [] }).repeat.dates).toEqual(['2026-12-03', '2026-12-10', '2027-01-07'])
  })

  it('single dates stand on a public holiday too, the first one like the others', () => {
    const draft = emptyDraft('2026-11-24')
    Object.assign(draft.repeat, { kind: 'dates', dates: ['2026-12-25', '2027-01-01'] })
    const form = formOf(draft, 'moyaux')
    expect(form).toMatchObject({ firstDate: '2026-12-25', openOnHolidays: true, exceptions: [{ date: '2027-01-01', kind: 'added' }] })
    const again = draftOf({ ...PERMANENCE, ...form, procedures: [] })
    again.repeat.kind = 'weeks'
    expect(formOf(again, 'moyaux').openOnHolidays).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { cycleOf, daysOff } from './cycle'
import { nthOf, ruleOf, type Shape, shapeOf } from './shape'

const TUESDAY = '2026-11-24'

describe('a recurrence in human words', () => {
  it.each<[string, Shape]>([
    ['FREQ=WEEKLY;BYDAY=TU,TH', { kind: 'weeks', days: [2, 4], cycle: '1of1' }],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', { kind: 'weeks', days: [2], cycle: '1of2' }],
    ['FREQ=MONTHLY;BYDAY=2TU', { kind: 'month', nths: [2], day: 2, every: 1 }],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=1FR,-1FR', { kind: 'month', nths: [1, -1], day: 5, every: 2 }],
    ['FREQ=WEEKLY;INTERVAL=5;BYDAY=TU', { kind: 'weeks', days: [2], cycle: '1of5' }],
    ['FREQ=WEEKLY;INTERVAL=52;BYDAY=MO,TU', { kind: 'weeks', days: [1, 2], cycle: '1of52' }],
    ['FREQ=MONTHLY;BYMONTHDAY=15', { kind: 'monthDays', monthDays: [15], every: 1 }],
    ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,31,-1', { kind: 'monthDays', monthDays: [1, 31, -1], every: 2 }],
    ['FREQ=DAILY;COUNT=1', { kind: 'dates' }],
  ])('%s is said and written back the same', (rrule, shape) => {
    expect(shapeOf(rrule, TUESDAY)).toEqual(shape)
    expect(ruleOf(shape)).toBe(rrule)
  })

  it('other ways to write the same are understood', () => {
    expect(shapeOf('RRULE:freq=weekly;wkst=MO', TUESDAY)).toEqual({ kind: 'weeks', days: [2], cycle: '1of1' })
    expect(shapeOf('FREQ=DAILY;BYDAY=FR,MO', TUESDAY)).toEqual({ kind: 'weeks', days: [1, 5], cycle: '1of1' })
    expect(shapeOf('FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2,4', TUESDAY)).toEqual({ kind: 'month', nths: [2, 4], day: 2, every: 1 })
  })

  it.each([
    'FREQ=WEEKLY;INTERVAL=53;BYDAY=TU',
    'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231',
    'FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=TU',
    'FREQ=MONTHLY;BYMONTHDAY=-2',
    'FREQ=MONTHLY;BYMONTHDAY=15;COUNT=4',
    'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
    'FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=15',
    'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15',
    'FREQ=MONTHLY;BYDAY=2TU,3TH',
    'FREQ=MONTHLY;BYDAY=5TU',
    'FREQ=MONTHLY;BYDAY=TU',
    'FREQ=YEARLY;BYDAY=1MO;BYMONTH=3',
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=DAILY;COUNT=3',
    'nonsense',
  ])('%s is kept as it is written', (rrule) => {
    const shape = shapeOf(rrule, TUESDAY)
    expect(shape).toEqual({ kind: 'other', rrule })
    expect(ruleOf(shape)).toBe(rrule)
  })

  it('knows which Tuesday of its month a day is', () => {
    expect(['2026-11-03', '2026-11-10', '2026-11-24', '2026-12-29'].map(nthOf)).toEqual([1, 2, 4, -1])
  })
})

describe('two weeks in three', () => {
  it('leaves each third week out, counted from the first day’s week, over a change of clocks too', () => {
    expect(daysOff('2of3', [2, 4], '2026-10-08', '2026-11-15')).toEqual(['2026-10-20', '2026-10-22', '2026-11-10', '2026-11-12'])
  })

  it('is recognised in skipped days, wherever in the cycle the series begins', () => {
    const off = daysOff('2of3', [2], TUESDAY, '2027-06-30', 1)
    expect(cycleOf(off, [2], TUESDAY, '2027-06-30')).toEqual({ cycle: '2of3', phase: 1 })
    expect(cycleOf(off.slice(1), [2], TUESDAY, '2027-06-30')).toEqual({ cycle: '2of3', phase: 1 })
  })

  it('is not seen in a few holidays', () => {
    expect(cycleOf(['2026-12-22', '2026-12-29', '2027-02-16'], [2], TUESDAY, '2027-06-30')).toBeNull()
    expect(cycleOf([], [2], TUESDAY, '2026-12-01')).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { atLocal, clock, dayOf, hourOf, isLocalDay, mondayOf, plusDays, today, weekdayOf, weekDays } from '.'

describe('local days', () => {
  it('an instant has the day of the site, not of the reader', () => {
    expect(dayOf('2026-11-24T23:30:00+01:00', 'Europe/Paris')).toBe('2026-11-24')
    expect(dayOf('2026-11-24T21:30:00Z', 'Indian/Reunion')).toBe('2026-11-25')
  })

  it('days go on across both changes of clocks', () => {
    expect(plusDays('2027-03-27', 1)).toBe('2027-03-28')
    expect(plusDays('2027-03-28', 1)).toBe('2027-03-29')
    expect(plusDays('2026-10-25', 7)).toBe('2026-11-01')
    expect(weekDays('2027-03-22').at(-1)).toBe('2027-03-28')
  })

  it('the night of each change still has its own hours', () => {
    expect(hourOf('2027-03-28T00:59:00Z', 'Europe/Paris')).toBe(1)
    expect(hourOf('2027-03-28T01:00:00Z', 'Europe/Paris')).toBe(3)
    expect(hourOf('2026-10-25T00:30:00Z', 'Europe/Paris')).toBe(2)
    expect(hourOf('2026-10-25T01:30:00Z', 'Europe/Paris')).toBe(2)
  })

  it('weeks begin on Monday, Sundays and turns of the year included', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23')
    expect(mondayOf('2027-01-01')).toBe('2026-12-28')
    expect(weekdayOf('2026-11-29')).toBe(7)
  })

  it('today is the day of the site', () => {
    clock.now = () => new Date('2026-11-23T21:00:00Z')
    expect(today('Europe/Paris')).toBe('2026-11-23')
    expect(today('Indian/Reunion')).toBe('2026-11-24')
  })

  it('a day that does not exist is not a day', () => {
    expect(isLocalDay('2026-11-24')).toBe(true)
    for (const wrong of ['2026-02-30', '2026-13-01', '24/11/2026', '', null, undefined]) expect(isLocalDay(wrong)).toBe(false)
  })

  it('a local time is an instant with the zone’s own offset, on the Sundays when clocks change too', () => {
    expect(atLocal('2026-11-24', '09:30', 'Europe/Paris')).toBe('2026-11-24T09:30:00+01:00')
    expect(atLocal('2026-07-01', '09:30', 'Europe/Paris')).toBe('2026-07-01T09:30:00+02:00')
    expect(atLocal('2026-11-24', '09:30', 'Indian/Reunion')).toBe('2026-11-24T09:30:00+04:00')
    expect(atLocal('2026-11-24', '09:30', 'America/Martinique')).toBe('2026-11-24T09:30:00-04:00')
    expect(atLocal('2027-03-28', '01:30', 'Europe/Paris')).toBe('2027-03-28T01:30:00+01:00')
    expect(atLocal('2027-03-28', '09:30', 'Europe/Paris')).toBe('2027-03-28T09:30:00+02:00')
    expect(atLocal('2026-10-25', '02:30', 'Europe/Paris')).toBe('2026-10-25T02:30:00+02:00')
    expect(atLocal('2026-10-25', '09:30', 'Europe/Paris')).toBe('2026-10-25T09:30:00+01:00')
  })
})

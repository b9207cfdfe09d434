import { describe, expect, it } from 'vitest'
import { spellDate, spellDay, spellLength, spellLocalTime, spellMoment, spellNumber } from '.'

const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const PARIS = 'Europe/Paris'

describe('dates and times in words', () => {
  it('are said as people say them, in both languages', () => {
    expect(plain(spellMoment('2026-11-24T09:30:00+01:00', PARIS, 'fr'))).toBe('mardi 24 novembre à 9 h 30')
    expect(plain(spellMoment('2026-11-24T14:00:00+01:00', PARIS, 'fr', { year: true }))).toBe('mardi 24 novembre 2026 à 14 h')
    expect(plain(spellMoment('2026-11-24T09:30:00+01:00', PARIS, 'en'))).toBe('Tuesday 24 November at 9:30 am')
    expect(plain(spellLocalTime('12:05', 'en'))).toBe('12:05 pm')
    expect(plain(spellLocalTime('00:00', 'en'))).toBe('12 am')
  })

  it('the first of a month is "1er" in French', () => {
    expect(spellDay('2026-12-01', 'fr')).toBe('mardi 1er décembre')
    expect(spellDay('2026-12-01', 'fr', { weekday: false })).toBe('1er décembre')
    expect(spellDay('2026-12-01', 'en')).toBe('Tuesday 1 December')
  })

  it('are those of the site, overseas and on the Sundays when clocks change', () => {
    expect(plain(spellMoment('2026-11-24T09:30:00+04:00', 'Indian/Reunion', 'fr'))).toBe('mardi 24 novembre à 9 h 30')
    expect(plain(spellMoment('2027-03-28T07:00:00Z', PARIS, 'fr'))).toBe('dimanche 28 mars à 9 h')
    expect(plain(spellMoment('2026-10-25T08:00:00Z', PARIS, 'fr'))).toBe('dimanche 25 octobre à 9 h')
    expect(spellDate('2026-12-31T21:00:00Z', 'Indian/Reunion', 'fr')).toBe('vendredi 1er janvier')
  })

  it('a time is never cut at the end of a line', () => {
    expect(spellMoment('2026-11-24T09:30:00+01:00', PARIS, 'fr')).toContain('à\u00a09\u00a0h\u00a030')
  })

  it('numbers have the comma or the point of their readers', () => {
    expect(spellNumber(4.25, 'fr', 1)).toBe('4,3')
    expect(spellNumber(4.25, 'en', 1)).toBe('4.3')
  })

  it('say lengths of time, long ones in hours', () => {
    expect(spellLength(25, 'fr')).toBe('25 minutes')
    expect(plain(spellLength(85, 'fr'))).toBe('1 h 25')
    expect(plain(spellLength(120, 'fr'))).toBe('2 h')
    expect(plain(spellLength(65, 'en'))).toBe('1 hr 5 min')
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadTranslations, setTongue } from '@/text'
import { spellShape } from './sentence'
import { shapeOf } from './shape'

const say = (rrule: string) => spellShape(shapeOf(rrule, '2026-11-24'))

describe('a recurrence, said', () => {
  beforeEach(() => loadTranslations('planning'))
  afterEach(() => setTongue('fr'))

  it.each([
    ['FREQ=WEEKLY;INTERVAL=5;BYDAY=TU', 'Toutes les 5 semaines, le mardi', 'Every 5 weeks on Tuesday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'Une semaine sur deux, le mardi', 'Every second week on Tuesday'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', 'Le 15 de chaque mois', 'The 15th of every month'],
    ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,22', 'Le 1er et le 22, tous les 2 mois', 'The 1st and the 22nd, every 2 months'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Le dernier jour de chaque mois', 'The last day of every month'],
    [
      'FREQ=MONTHLY;BYMONTHDAY=31',
      'Le 31 de chaque mois (un mois qui n’a pas ce jour est sauté)',
      'The 31st of every month (a month that has no such day is left out)',
    ],
  ])('%s', async (rrule, french, english) => {
    expect(say(rrule)).toBe(french)
    await setTongue('en')
    expect(say(rrule)).toBe(english)
  })
})

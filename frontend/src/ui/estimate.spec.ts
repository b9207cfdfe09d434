import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { loadTranslations, setTongue } from '@/text'
import { spellEstimate, spellNoEstimate } from './estimate'

const ZONE = 'Europe/Paris'
const FROM = '2026-11-23T14:00:00+01:00'

describe('a wait in words', () => {
  beforeEach(() => loadTranslations('queue'))

  it('is a range, as long as it is', () => {
    expect(spellEstimate({ fromMinutes: 0, toMinutes: 5 })).toBe('moins de 5 minutes')
    expect(spellEstimate({ fromMinutes: 0, toMinutes: 15 })).toBe('moins de 15 minutes')
    expect(spellEstimate({ fromMinutes: 20, toMinutes: 35 })).toBe('environ 20 à 35 minutes')
    expect(spellEstimate({ fromMinutes: 45, toMinutes: 90 })).toBe('environ 45 minutes à 1\u00a0h\u00a030')
  })

  it('is an honest word where nobody can say', () => {
    const word = (reason: 'sessionNotBegun' | 'houseClosed' | 'noCounterOpen' | 'overForToday', from?: string) =>
      spellNoEstimate({ noEstimate: { reason, from } }, 'mine', ZONE)
    expect(word('sessionNotBegun', FROM)).toMatch(/La permanence commence à 14.h/)
    expect(word('houseClosed', FROM)).toMatch(/L’accueil ouvre à 14.h/)
    expect(word('noCounterOpen')).toMatch(/Aucun guichet n’est ouvert pour vous/)
    expect(word('overForToday')).toMatch(/ne vous appellera plus aujourd’hui/)
    expect(spellNoEstimate({}, 'mine', ZONE)).toBe('Pas d’estimation pour le moment.')
  })

  it('is said in English, too', async () => {
    await setTongue('en')
    onTestFinished(() => setTongue('fr'))
    expect(spellEstimate({ fromMinutes: 20, toMinutes: 35 })).toBe('about 20 to 35 minutes')
    const word = spellNoEstimate({ noEstimate: { reason: 'houseClosed', from: FROM } }, 'newcomer', ZONE)
    expect(word.replaceAll('\u00a0', ' ')).toBe('Nobody is called before 2 pm.')
  })
})

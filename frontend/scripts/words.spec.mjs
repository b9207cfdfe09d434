import { describe, expect, it } from 'vitest'
import { findings, wordsIn } from './words.mjs'

const words = (...pairs) => new Map(pairs)

describe('the check of the words', () => {
  it('reads keys and words, also when they stand on two lines', () => {
    expect([...wordsIn(["  'a.b': 'Oui',\n  'c.d':\n    'L’eau',\n"])]).toEqual([['a.b', 'Oui'], ['c.d', 'L’eau']])
  })

  it('is content when both languages say everything and all of it is used', () => {
    expect(findings(words(['a.b', 'Bonjour {x}']), words(['a.b', 'Hello {x}']), "t('a.b')")).toEqual([])
    expect(findings(words(['day.monday', 'lundi']), words(['day.monday', 'Monday']), 't(`day.${day}`)')).toEqual([])
  })

  it('finds what is missing, not translated, different or used nowhere', () => {
    const french = words(['a', 'Bonjour'], ['b', 'Rendez-vous'], ['c', 'De {x}'], ['d', 'Reste'])
    const english = words(['b', 'Rendez-vous'], ['c', 'From {y}'], ['d', 'Left'], ['e', 'More'])
    expect(findings(french, english, "t('a') t('b') t('c')")).toEqual([
      'a: no English', 'b: not translated', 'c: other values in English', 'd: used nowhere', 'e: no French',
    ])
  })
})

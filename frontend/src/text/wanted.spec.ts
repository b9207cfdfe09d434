import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Known, oneSlip, wanted } from './wanted'

/** The very table and catalogue of the API's test: one rule in two places. */
const read = (file: string) => readFileSync(`${import.meta.dirname}/../../../backend/src/test/resources/procedure/${file}`, 'utf8')
const catalogue = (JSON.parse(read('catalogue.json')) as { code: string; title: Known['title']; partner: { fr: string; en: string }; synonyms: string[] }[]).map(
  (one) => ({ ...one, partner: { name: one.partner } }),
)
const asked = read('asked.csv')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('|') as [string, string])
const found = (words: string) => wanted(catalogue, words).map(({ code }) => code)

describe('what is meant', () => {
  it.each(asked)('“%s” finds %s first', (words, first) => {
    expect(found(words).slice(0, first.split(' ').length)).toEqual(first.split(' '))
  })

  it('has the partner’s name last, and nothing for what nobody does', () => {
    expect(found('permis')).toEqual(['permis', 'permis-perte', 'cni', 'passeport', 'carte-grise'])
    expect(found('vaccin du chien')).toEqual([])
    expect(found('je veux')).toHaveLength(catalogue.length)
    expect(found('')).toHaveLength(catalogue.length)
  })

  it('takes one slip for none, in words that are long enough', () => {
    expect(oneSlip('retraite', 'retriate')).toBe(true)
    expect(oneSlip('retraite', 'retrate')).toBe(true)
    expect(oneSlip('retraite', 'retraites')).toBe(true)
    expect(oneSlip('retraite', 'retrxite')).toBe(true)
    expect(oneSlip('retraite', 'retrxyte')).toBe(false)
    expect(oneSlip('css', 'cs')).toBe(false)
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { loadTranslations } from '@/text'
import { assignmentWords } from './assignmentWords'

const at = (...names: string[]) => ({ role: 'clerk' as const, sites: names.map((name) => ({ id: name.toLowerCase(), name })), departments: [], wholeCountry: false })

describe('what somebody is somewhere', () => {
  beforeEach(() => loadTranslations('account'))

  it('names three houses, and counts the others', () => {
    expect(assignmentWords(at('Moyaux', 'Orbec', 'Livarot'))).toBe('Agent d’accueil : Moyaux, Orbec, Livarot')
    expect(assignmentWords(at('Moyaux', 'Orbec', 'Livarot', 'Sées'))).toMatch(/Livarot et 1 autre$/)
    expect(assignmentWords(at('Moyaux', 'Orbec', 'Livarot', 'Sées', 'Lisieux'))).toMatch(/Livarot et 2 autres$/)
  })
})

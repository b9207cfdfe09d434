import { describe, expect, it } from 'vitest'
import { PROCEDURES } from '@/testing/world'
import { findProcedures } from './findProcedures'

const found = (words: string) => findProcedures(PROCEDURES, words).map(({ id }) => id)

describe('a procedure by a few letters', () => {
  it('first comes what begins so, then what is named so, then what its partner does', () => {
    expect(found('de')[0]).toMatch(/housing|family/)
    expect(found('permis')).toEqual(['licence'])
    expect(found('CAF')).toEqual(['family', 'housing'])
    expect(found('titres')).toEqual(['licence', 'card'])
  })

  it('no accents are needed, and nothing typed shows the first ones', () => {
    expect(found('declarer')).toEqual(['family'])
    expect(found('')).toHaveLength(4)
  })
})

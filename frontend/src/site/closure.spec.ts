import { describe, expect, it } from 'vitest'
import { spellClosure } from './closure'

const said = (from: string, to: string) => spellClosure({ id: 'x', from, to }).replaceAll('\u00a0', ' ')

describe('a closure', () => {
  it('of whole days is said by its last day', () => {
    expect(said('2026-12-24T00:00:00', '2026-12-25T00:00:00')).toBe('Le jeudi 24 décembre')
    expect(said('2026-12-24T00:00:00', '2026-12-27T00:00:00')).toBe('Du jeudi 24 décembre au samedi 26 décembre')
  })

  it('of some hours says which', () => {
    expect(said('2026-12-24T12:00:00', '2026-12-24T17:30:00')).toBe('Le jeudi 24 décembre, de 12 h à 17 h 30')
  })

  it('from an hour of one day to an hour of another says both', () => {
    expect(said('2026-12-24T12:00:00', '2026-12-26T09:00:00')).toBe('Du jeudi 24 décembre, 12 h au samedi 26 décembre, 9 h')
  })
})

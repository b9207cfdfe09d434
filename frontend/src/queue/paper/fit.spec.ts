import { describe, expect, it } from 'vitest'
import { fitSheet } from './fit'

const lines = (count: number, name = 16, errand = 40) => Array.from({ length: count }, () => ({ name, errand }))

describe('the paper of a day', () => {
  it('leaves the page to walk-ins when nobody is expected', () => {
    expect(fitSheet(1, [])).toEqual({ size: 9.5, blank: 28 })
  })

  it('keeps its writing large while it can, and at least five lines for walk-ins', () => {
    expect(fitSheet(2, lines(10)).size).toBe(9.5)
    expect(fitSheet(2, lines(10)).blank).toBeGreaterThan(10)
    for (const count of [20, 25, 30]) expect(fitSheet(3, lines(count)).blank).toBeGreaterThanOrEqual(5)
  })

  it('writes smaller for a full day with long names, never below what can be read', () => {
    expect(fitSheet(3, lines(24, 43, 86)).size).toBeLessThan(9.5)
    expect(fitSheet(9, lines(200, 43, 86)).size).toBe(6.5)
  })
})

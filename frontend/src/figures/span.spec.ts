import { describe, expect, it } from 'vitest'
import { moved, percent, spanOf } from './span'

describe('the days that figures are of', () => {
  it('are a whole week, month or year around a day', () => {
    expect(spanOf('day', '2026-11-24')).toEqual({ from: '2026-11-24', to: '2026-11-25' })
    expect(spanOf('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-30' })
    expect(spanOf('month', '2026-12-31')).toEqual({ from: '2026-12-01', to: '2027-01-01' })
    expect(spanOf('year', '2026-11-24')).toEqual({ from: '2026-01-01', to: '2027-01-01' })
  })

  it('go on from the last of a long month to the next, and back over a year', () => {
    expect(spanOf('month', moved('month', '2026-01-31', 1))).toEqual({ from: '2026-02-01', to: '2026-03-01' })
    expect(spanOf('month', moved('month', '2026-01-31', -1)).from).toBe('2025-12-01')
    expect(spanOf('year', moved('year', '2026-06-30', -1)).from).toBe('2025-01-01')
    expect(moved('week', '2026-11-24', -1)).toBe('2026-11-17')
  })

  it('of nothing are no share', () => {
    expect(percent(1, 3)).toBe(33)
    expect(percent(0, 0)).toBeNull()
    expect(percent(undefined, 3)).toBeNull()
  })
})

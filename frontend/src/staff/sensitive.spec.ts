import { describe, expect, it } from 'vitest'
import { sensitiveIn } from './sensitive'
import cases from './sensitive.cases.json'

describe('what must not be kept in a note', () => {
  it.each(cases)('$text', ({ text, kind }) => {
    expect(sensitiveIn(text) ?? null).toBe(kind)
  })

  it('spaces that are pasted along hide no number', () => {
    expect(sensitiveIn('1\u00A085\u00A005\u00A078\u00A0006\u00A0084\u00A091')).toBe('nir')
    expect(sensitiveIn('4970\u202F1000\u202F0000\u202F0154')).toBe('card')
  })
})

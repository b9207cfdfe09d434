import { describe, expect, it } from 'vitest'
import { harmless } from './harmless'

describe('a letter that is shown', () => {
  it('keeps its words and its looks, apart', () => {
    const { html, styles } = harmless('<style>p{color:red}</style><p style="color:blue">Bonjour</p>', true)
    expect(html).toContain('<p data-style="color:blue">Bonjour</p>')
    expect(html).not.toMatch(/ style=|<style/)
    expect(styles).toBe('p{color:red}')
  })

  it('loses all that acts', () => {
    const { html } = harmless('<script>x()</script><p onclick="x()">a</p><form action="/x"></form><a href="javascript:x()">b</a><meta http-equiv="refresh" content="0;url=x">', true)
    expect(html).not.toMatch(/script|onclick|form|javascript|refresh/)
  })

  it('opens its links apart, or not at all', () => {
    expect(harmless('<a href="https://x.example/#s">x</a>', true).html).toContain('target="_blank" rel="noopener noreferrer"')
    expect(harmless('<a href="https://x.example/">x</a>', false).html).toContain('<a>x</a>')
  })
})

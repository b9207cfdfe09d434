import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
const sources = files
  .filter((file) => /\.(vue|ts)$/.test(file) && !file.endsWith('.spec.ts'))
  .map((file) => ({ file, text: readFileSync(`src/${file}`, 'utf8') }))
const where = (wrong: RegExp) => sources.filter(({ text }) => wrong.test(text)).map(({ file }) => file)

it('shows each reference as it is printed, in two groups that can be read aloud', () => {
  expect(where(/\{\{[^}(]*\breference\s*\}\}/)).toEqual([])
})

describe('a style', () => {
  it('of a component applies to that component alone', () => {
    expect(sources.length).toBeGreaterThan(300)
    expect(where(/<style(?![^>]*\bscoped\b)/)).toEqual([])
    expect(where(/:global\(|::v-global/)).toEqual([])
  })

  it('reaches into other components only from within an own element', () => {
    expect(where(/(^|[,}])\s*:deep\(/m)).toEqual([])
  })

  it('that applies everywhere comes through ui/base.css, which only the two beginnings bring', () => {
    expect(where(/(import|from) ['"]\W[^'"]+\.css['"]/)).toEqual(['frame.ts', 'main.ts'])
    // A library's element brings its own along, and comes only where it is shown.
    expect(where(/(import|from) ['"]\w[^'"]+\.css['"]/)).toEqual(['booking/altcha.ts', 'keeping/PointMap.vue'])
    expect(where(/@import/)).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { frameOf } from './frame.mjs'

it('marks the one document that may be framed, and no other', () => {
  const index = readFileSync('index.html', 'utf8')
  expect(index).not.toContain('data-frame')
  const frame = frameOf(index)
  expect(frame).toContain('<html data-frame lang="fr">')
  expect(frame).toContain('<title>Prendre rendez-vous')
  expect(frame).toContain('noindex')
})

it('refuses a document that it cannot mark', () => {
  expect(() => frameOf('<p>')).toThrow()
})

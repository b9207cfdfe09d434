import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/ui/tokens.css', 'utf8')
const colours = Object.fromEntries([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex!]))

function light(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark, bright] = [light(colours[one] ?? '#ffffff'), light(colours[other] ?? '#ffffff')].sort((a, b) => a - b) as [number, number]
  return (bright + 0.05) / (dark + 0.05)
}

describe('colours', () => {
  it.each(['paper', 'card', 'door-pale', 'sun-pale', 'alert-pale'])('text is easy to read on %s (7:1)', (ground) => {
    expect(contrast('ink', ground)).toBeGreaterThanOrEqual(7)
    expect(contrast('ink-soft', ground)).toBeGreaterThanOrEqual(6.5)
  })

  it.each([
    ['door', 'paper'],
    ['door', 'card'],
    ['door', 'door-pale'],
    ['alert', 'card'],
    ['alert', 'alert-pale'],
    ['sun', 'sun-pale'],
  ])('%s can be read on %s (4.5:1)', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it('edges of fields can be seen (3:1)', () => {
    expect(contrast('edge', 'card')).toBeGreaterThanOrEqual(3)
    expect(contrast('edge', 'paper')).toBeGreaterThanOrEqual(3)
  })
})

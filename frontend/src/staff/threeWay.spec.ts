import { describe, expect, it } from 'vitest'
import { type Both, threeWay } from './threeWay'

describe('what two people typed', () => {
  const base = { name: 'Maison', texts: { phone: '1', street: 'a' }, rooms: ['x'] }

  it('is both, where each changed something else', () => {
    const both: Both[] = []
    const mine = { ...base, texts: { phone: '2', street: 'a' } }
    const theirs = { ...base, name: 'Maison du bourg', texts: { phone: '1', street: 'b' }, rooms: ['x', 'y'] }
    expect(threeWay(base, mine, theirs, both)).toEqual({ name: 'Maison du bourg', texts: { phone: '2', street: 'b' }, rooms: ['x', 'y'] })
    expect(both).toEqual([])
  })

  it('is mine where both changed the same, and that is said', () => {
    const both: Both[] = []
    const mine = { ...base, texts: { phone: '2', street: 'z' } }
    const theirs = { ...base, texts: { phone: '3', street: 'z' } }
    expect(threeWay(base, mine, theirs, both).texts).toEqual({ phone: '2', street: 'z' })
    expect(both).toEqual([{ name: 'phone', theirs: '3' }])
  })
})

import { describe, expect, it } from 'vitest'
import { slipCode, slipReference } from './slip'

describe('what is typed from a paper', () => {
  it.each(['K7QF-2MXD', ' k7qf 2mxd', 'K7QF2MXD', 'k7qf–2mxd.'])('%s is a reference', (typed) => expect(slipReference(typed)).toBe('K7QF2MXD'))
  it.each(['', 'K7QF-2MX', 'K7QF-2MXDA', 'Lefèvre!'])('%s is none', (typed) => expect(slipReference(typed)).toBeNull())
  it.each(['402 118', '402-118', '4O2 l18', ' 402.118 '])('%s is a code', (typed) => expect(slipCode(typed)).toBe('402118'))
  it.each(['', '40211', '4021189', 'ABCDEF'])('%s is none', (typed) => expect(slipCode(typed)).toBeNull())
})

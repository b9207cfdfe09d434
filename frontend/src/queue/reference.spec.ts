import { describe, expect, it } from 'vitest'
import { referenceIn } from './reference'

describe('the reference in what was typed or scanned', () => {
  it.each([
    ['ABCD-EFGH', 'ABCD-EFGH'],
    ['abcd efgh', 'ABCD-EFGH'],
    ['k7qf2mxd', 'K7QF-2MXD'],
    ['https://porte.example/rendez-vous/K7QF-2MXD#s3cr3t', 'K7QF-2MXD'],
    ['https://porte.example/rendez-vous/K7QF2MXD', 'K7QF-2MXD'],
    ['HTTPSM::PORTE.EXAMPLE:RENDEZ6VOUS:K7QF6M2XD', null],
  ])('%s', (typed, found) => {
    if (found) expect(referenceIn(typed)).toBe(found)
    else expect(referenceIn(typed)?.length ?? 9).toBe(9)
  })

  it.each(['Lefebvre', 'Jeanne', 'A012', '', 'https://porte.example/', 'ABCD-EFGH-IJKL'])('is not in "%s"', (typed) => {
    expect(referenceIn(typed)).toBeNull()
  })
})

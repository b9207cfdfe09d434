import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'

describe('a table that is saved', () => {
  it('has semicolons, and quotes what would break it', () => {
    expect(csvOf([['Maison', 'Venues'], ['Moyaux; la "gare"', '12']])).toBe('Maison;Venues\r\n"Moyaux; la ""gare""";12\r\n')
  })

  it('runs no formula', () => {
    expect(csvOf([['=1+1', '-2', '–', '@x']])).toBe("'=1+1;-2;–;'@x\r\n")
  })
})

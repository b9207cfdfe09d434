import { expect, it } from 'vitest'
import { dearLetters } from './gsm'

it('letters that make an SMS dearer are named, each once', () => {
  expect(dearLetters('Rendez-vous à Sées, 9h30 : où êtes-vous ? Être là')).toEqual(['ê', 'Ê'])
  expect(dearLetters('l’heure 😀')).toEqual(['’', '😀'])
  expect(dearLetters('Ça coûte 10 €')).toEqual(['û'])
})

import type { slip as french } from '../fr/slip'

export const slip: Record<keyof typeof french, string> = {
  'slip.title': 'I already have an appointment',
  'slip.lead': 'Copy what is printed on your paper. You can then read your appointment again, or cancel it.',
  'slip.reference': 'Reference',
  'slip.referenceHint': '8 letters and figures, for example K7QF-2MXD',
  'slip.code': 'Short code',
  'slip.codeHint': '6 figures, for example 402 118',
  'slip.open': 'See my appointment',
  'slip.error.reference': 'Write the reference: 8 letters and figures.',
  'slip.error.code': 'Write the code: 6 figures.',
  'slip.wrong': 'The reference and the code do not belong together. Check them on your paper: after a few tries you will have to call the house.',
  'slip.other': 'Otherwise',
  'slip.link': 'You got an e-mail or a text message? Use the link in it: it opens your appointment, and lets you move it, too.',
  'slip.lost': 'You no longer have the paper? Call the house, or go there: it will find your appointment.',
  'slip.findHouse': 'Find the number of the house',
  'slip.barred': 'Too many tries',
  'slip.barredText': 'To protect your appointment, it no longer opens here for the moment. Call the house: its number is also printed on your paper. It can do everything for you.',
  'slip.byHouse': 'This appointment will not take place: do not come at that time. Call the house to choose another date.',
  'slip.move': 'To change the day or the time, call the house.',
  'slip.close': 'Close this appointment',
}

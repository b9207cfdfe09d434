/** Words as people look for them: no accents, no case, no hyphens or apostrophes. */
export function fold(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
}

/** True when each word looked for begins a word of the text. */
export function matches(text: string, lookedFor: string): boolean {
  const words = ` ${fold(text)}`
  return fold(lookedFor)
    .split(' ')
    .every((word) => words.includes(` ${word}`))
}

/** The figures that people read for letters, and letters for figures: codes are figures only. */
const LIKE: Record<string, string> = { O: '0', I: '1', L: '1', S: '5', B: '8' }

const bare = (typed: string) => typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

/** A reference as it is sent, or null: eight letters and figures, however they were typed. */
export function slipReference(typed: string): string | null {
  const plain = bare(typed)
  return /^[A-Z0-9]{8}$/.test(plain) ? plain : null
}

/** The six figures of a code, or null. */
export function slipCode(typed: string): string | null {
  const plain = bare(typed).replace(/[OILSB]/g, (letter) => LIKE[letter]!)
  return /^\d{6}$/.test(plain) ? plain : null
}

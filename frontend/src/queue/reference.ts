/** The letters and figures of a reference; those that look alike (0 O, 1 I L) are left out by the server. */
const SHAPE = /^[A-Z0-9]{4}-?[A-Z0-9]{4}$/

/** The reference in what was typed or scanned: as such, or in the address on a slip. Nothing else of the address is used: it holds the secret. */
export function referenceIn(text: string): string | null {
  const said = text.trim()
  // A scanner set to another keyboard types other signs between the parts; the reference stands after "rendez…vous".
  const found = /rendez.vous.([A-Za-z0-9]{4}.?[A-Za-z0-9]{4})(?![A-Za-z0-9])/i.exec(said)?.[1] ?? said
  const plain = found.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return SHAPE.test(plain) && (found !== said || looksTyped(said)) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : null
}

// Eight letters alone may be a name ("Lefebvre"): only with a dash or a figure are they surely a reference.
function looksTyped(said: string): boolean {
  return /^[A-Za-z0-9]{4}[ -][A-Za-z0-9]{4}$/.test(said) || (/^[A-Za-z0-9]{8}$/.test(said) && /\d/.test(said))
}

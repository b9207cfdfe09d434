const KEY = 'porte-ouverte.browser'
let forgotten: string | null = null

/** A number for this browser, so that one person cannot keep many slots at once. It says nothing about who it is. */
export function browserId(): string {
  try {
    const known = localStorage.getItem(KEY)
    if (known) return known
    const fresh = newKey()
    localStorage.setItem(KEY, fresh)
    return fresh
  } catch {
    // Storage is refused (private window): one number for as long as the page lives.
    return (forgotten ??= newKey())
  }
}

/** A random key (UUID); also where the page is served without TLS and `randomUUID` is missing. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

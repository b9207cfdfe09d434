import { encode } from 'uqr'

/** A QR code as one SVG path, with the quiet border of four modules that readers need. */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
  return { size, path: path.join('') }
}

import { saveSheet } from './saveSheet'

/** What a spreadsheet would run as a formula stands behind an apostrophe, as in the files of the API. */
function cell(words: string): string {
  const safe = /^[=+\-@\t\r]/.test(words) && !/^-?\d+$/.test(words) ? `'${words}` : words
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvOf = (lines: string[][]) => lines.map((line) => `${line.map(cell).join(';')}\r\n`).join('')

/** The cells of a table that is shown, as a file that French spreadsheets open. */
export function saveTable(name: string, table: HTMLTableElement): void {
  const words = (one: HTMLTableCellElement) => (one.innerText ?? one.textContent ?? '').trim()
  saveSheet(name, csvOf([...table.rows].map((row) => [...row.cells].map(words))))
}

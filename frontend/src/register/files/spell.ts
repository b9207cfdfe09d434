import type { FileImport } from '@/api/registers/files'
import { type Key, spellPhone, t, tongue } from '@/text'

/** A number with its thousands apart. */
export const spellCount = (count: number) => count.toLocaleString(tongue() === 'fr' ? 'fr-FR' : 'en-GB')

/** A week's hours as the API writes them: `monday 09:00-12:00 both`. */
function hours(range: string): string {
  const [day, time, mode] = range.split(' ')
  return `${t(`imports.day.${day}` as Key)} ${time} (${t(`imports.mode.${mode}` as Key)})`
}

/** A value of a row as people read it. */
export function spellValue(field: string, json: string | null | undefined): string {
  if (json === undefined || json === null) return '—'
  const value = JSON.parse(json) as unknown
  if (Array.isArray(value)) return value.length ? value.map((one) => (field === 'hours' ? hours(String(one)) : String(one))).join(', ') : '—'
  if (typeof value === 'boolean') return t(value ? 'imports.yes' : 'imports.no')
  if (field === 'kind') return t(`imports.houseKind.${String(value)}` as Key)
  if (value && typeof value === 'object') return Object.values(value).filter((one) => one !== null && one !== '').join(', ')
  return field === 'phone' ? spellPhone(String(value)) : String(value)
}

export const spellKind = ({ kind, fileName }: FileImport) => t(`imports.kind.${kind}`) + (fileName ? ` · ${fileName}` : '')

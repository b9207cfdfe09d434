import type { Kind, RegisterRow, RowForm } from '@/api/registers'
import { type Key, pick, t } from '@/text'

/** What stands in the address for each register. */
export const SLUGS: Record<string, Kind> = { demarches: 'procedures', organismes: 'partners', papiers: 'documents', themes: 'themes' }
export const slugOf = (kind: Kind): string => Object.keys(SLUGS).find((slug) => SLUGS[slug] === kind)!

export type FieldType = 'line' | 'number' | 'choice' | 'lines' | 'tick' | 'day' | 'papers'
export interface Field {
  /** As the contract names it: `title.fr`. */
  name: string
  label: Key
  type: FieldType
  /** Which register one chooses from; `channel`: the three ways. */
  from?: Kind | 'channel'
  optional?: boolean
}

export const FIELDS: Record<Kind, Field[]> = {
  themes: [
    { name: 'name.fr', label: 'register.themes.name.fr', type: 'line' },
    { name: 'name.en', label: 'register.themes.name.en', type: 'line' },
    { name: 'position', label: 'register.themes.position', type: 'number' },
  ],
  partners: [
    { name: 'name.fr', label: 'register.partners.name.fr', type: 'line' },
    { name: 'name.en', label: 'register.partners.name.en', type: 'line' },
    { name: 'url', label: 'register.partners.url', type: 'line', optional: true },
    { name: 'bookingUrl', label: 'register.partners.bookingUrl', type: 'line', optional: true },
  ],
  documents: [
    { name: 'label.fr', label: 'register.documents.label.fr', type: 'line' },
    { name: 'label.en', label: 'register.documents.label.en', type: 'line' },
  ],
  procedures: [
    { name: 'title.fr', label: 'register.procedures.title.fr', type: 'line' },
    { name: 'title.en', label: 'register.procedures.title.en', type: 'line' },
    { name: 'partner', label: 'register.procedures.partner', type: 'choice', from: 'partners' },
    { name: 'theme', label: 'register.procedures.theme', type: 'choice', from: 'themes', optional: true },
    { name: 'durationMinutes', label: 'register.procedures.durationMinutes', type: 'number' },
    { name: 'channel', label: 'register.procedures.channel', type: 'choice', from: 'channel' },
    { name: 'referred', label: 'register.procedures.referred', type: 'tick' },
    { name: 'synonyms', label: 'register.procedures.synonyms', type: 'lines', optional: true },
    { name: 'documents', label: 'register.procedures.documents', type: 'papers', optional: true },
    { name: 'sourceUrl', label: 'register.procedures.sourceUrl', type: 'line', optional: true },
    { name: 'checkedOn', label: 'register.procedures.checkedOn', type: 'day', optional: true },
  ],
}

/** The id on the page of a field. */
export const idOf = (name: string): string => `row-${name.replace('.', '-')}`

export interface Column {
  id: string
  head: string
  /** By which the list may be sorted; none: it may not. */
  sort?: string
  text: (row: RegisterRow) => string
  /** Without the head of the column. */
  alone?: (row: RegisterRow) => string
}

const name = (row: RegisterRow) => ('title' in row ? row.title : 'label' in row ? row.label : row.name)
export const nameOf = (row: RegisterRow): string => pick(name(row))

export function columnsOf(kind: Kind): Column[] {
  const code: Column = { id: 'code', head: t('register.code'), sort: 'code', text: (row) => row.code }
  if (kind === 'themes') return [code, { id: 'position', head: t('register.themes.position'), text: (row) => ('position' in row ? String(row.position) : '') }]
  if (kind === 'partners') return [code, { id: 'url', head: t('register.partners.url'), text: (row) => ('url' in row && row.url ? row.url.replace('https://', '') : '') }]
  if (kind === 'documents') return [code]
  return [
    { id: 'partner', head: t('register.procedures.partner'), sort: 'partner', text: (row) => ('partner' in row ? pick(row.partner.name) : '') },
    { id: 'theme', head: t('register.procedures.theme'), sort: 'theme', text: (row) => ('theme' in row && row.theme ? pick(row.theme.name) : '') },
    { id: 'duration', head: t('register.procedures.durationMinutes'), sort: 'duration', text: (row) => ('durationMinutes' in row ? String(row.durationMinutes) : ''), alone: (row) => ('durationMinutes' in row ? `${row.durationMinutes} min` : '') },
    { id: 'checked', head: t('register.procedures.checkedOn'), sort: 'checked', text: (row) => ('source' in row ? [row.source.checkedOn, row.source.toVerify && t('register.toVerify')].filter(Boolean).join(' · ') : '') },
  ]
}

/** By what the name of a row is sorted. */
export const NAME_SORT: Record<Kind, string | undefined> = { themes: 'name', partners: 'name', documents: 'label', procedures: 'title' }

/** A row as the form that changes it. */
export function formOf(row: RegisterRow): RowForm {
  if ('title' in row) {
    const { code, title, partner, theme, durationMinutes, channel, synonyms, documents, referred, source } = row
    return {
      code,
      title,
      partner: partner.code,
      theme: theme?.code,
      durationMinutes,
      channel,
      synonyms,
      documents: documents.map((paper) => ({ document: paper.code, required: paper.required })),
      referred,
      sourceUrl: source.url,
      checkedOn: source.checkedOn,
    }
  }
  if ('label' in row) return { code: row.code, label: row.label }
  if ('position' in row) return { code: row.code, name: row.name, position: row.position }
  return { code: row.code, name: row.name, url: row.url, bookingUrl: row.bookingUrl }
}

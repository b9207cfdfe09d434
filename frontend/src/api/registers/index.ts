import { staff } from '../bearer'
import { answer } from '../client'
import type { Item, Ok, Sent } from '../model'

export type Kind = 'themes' | 'partners' | 'documents' | 'procedures'
/** What goes out and in as a table: houses, too, and what they adapted. */
export type TableKind = Kind | 'sites' | 'adaptations'
export type RegisterRow =
  | Item<Ok<'/api/v1/themes', 'get', 200>>
  | Item<Ok<'/api/v1/partners', 'get', 200>>
  | Item<Ok<'/api/v1/documents', 'get', 200>>
  | Item<Ok<'/api/v1/procedures', 'get', 200>>
export type RegisterChange = Item<Ok<'/api/v1/themes/{id}/history', 'get', 200>>
export type Differences = Ok<'/api/v1/imports/catalogue/preview', 'post', 200>
export type RowDifference = Differences['rows'][number]
export type CatalogueImport = Ok<'/api/v1/imports/catalogue', 'post', 200>
export type CatalogueVersion = Ok<'/api/v1/catalogue', 'get', 200>
export type Catalogue = Sent<'/api/v1/imports/catalogue', 'post'>

export interface Wanted {
  q?: string
  sort?: string
  archived?: boolean
  toVerify?: boolean
}
export interface Rows {
  items: RegisterRow[]
  nextCursor?: string | null
}
/** A row as it is sent: the contract has a form for each register. */
export type RowForm = Record<string, unknown>

const AT_ONCE = 50
// The four registers have the same addresses: one of them stands for all in the types.
const list = (kind: Kind) => `/api/v1/${kind}` as '/api/v1/procedures'
const one = (kind: Kind) => `/api/v1/${kind}/{id}` as '/api/v1/procedures/{id}'

export function listRows(kind: Kind, wanted: Wanted, cursor?: string): Promise<Rows> {
  const { toVerify, ...others } = wanted
  const query = { ...others, ...(toVerify ? { toVerify } : {}), limit: AT_ONCE, ...(cursor ? { cursor } : {}) }
  return answer(staff.GET(list(kind), { params: { query } }))
}

/** All that can be chosen. */
export async function allRows(kind: Kind): Promise<RegisterRow[]> {
  const { items } = await answer(staff.GET(list(kind)))
  return items
}

export function getRow(kind: Kind, id: string): Promise<RegisterRow> {
  return answer(staff.GET(one(kind), { params: { path: { id } } }))
}

export function createRow(kind: Kind, form: RowForm): Promise<RegisterRow> {
  return answer(staff.POST(list(kind), { body: form as Sent<'/api/v1/procedures', 'post'> }))
}

const seen = (version: number) => ({ 'If-Match': `"${version}"` })

export function changeRow(kind: Kind, row: RegisterRow, form: RowForm): Promise<RegisterRow> {
  const params = { path: { id: row.id }, header: seen(row.version) }
  return answer(staff.PUT(one(kind), { params, body: form as Sent<'/api/v1/procedures', 'post'> }))
}

export function archiveRow(kind: Kind, row: RegisterRow, archived: boolean): Promise<RegisterRow> {
  const params = { path: { id: row.id }, header: seen(row.version) }
  return answer(staff.PUT(`${one(kind)}/archived`, { params, body: { archived } }))
}

export async function listChanges(kind: Kind, id: string): Promise<RegisterChange[]> {
  const { items } = await answer(staff.GET(`${one(kind)}/history`, { params: { path: { id } } }))
  return items
}

export function getCatalogueVersion(): Promise<CatalogueVersion> {
  return answer(staff.GET('/api/v1/catalogue'))
}

export function getCatalogueFile(): Promise<Catalogue> {
  return answer(staff.GET('/api/v1/catalogue/file')) as Promise<Catalogue>
}

export function previewCatalogue(body: Catalogue): Promise<Differences> {
  return answer(staff.POST('/api/v1/imports/catalogue/preview', { body }))
}

export function importCatalogue(body: Catalogue, digest: string): Promise<CatalogueImport> {
  return answer(staff.POST('/api/v1/imports/catalogue', { params: { query: { digest } }, body }))
}

export async function listCatalogueImports(): Promise<CatalogueImport[]> {
  const { items } = await answer(staff.GET('/api/v1/imports/catalogue'))
  return items
}

export function undoCatalogueImport(id: string): Promise<CatalogueImport> {
  return answer(staff.POST('/api/v1/imports/catalogue/{id}/undo', { params: { path: { id } } }))
}

const TABLE = '/api/v1/imports/tables/{kind}'
const CSV = { 'Content-Type': 'text/csv' }

export function exportTable(kind: TableKind): Promise<string> {
  return answer(staff.GET(`${TABLE}/file`, { params: { path: { kind } }, parseAs: 'text' }) as Promise<{ data?: string; response: Response }>)
}

/** A file goes as it is: the server reads it. */
export const asItIs = (file: Blob) => ({ body: file as never, bodySerializer: (body: unknown) => body as Blob, headers: CSV })

export function previewTable(kind: TableKind, file: Blob): Promise<Differences> {
  return answer(staff.POST(`${TABLE}/preview`, { params: { path: { kind } }, ...asItIs(file) }))
}

export function importTable(kind: TableKind, file: Blob, digest: string): Promise<CatalogueImport> {
  return answer(staff.POST(`${TABLE}/file`, { params: { path: { kind }, query: { digest } }, ...asItIs(file) }))
}

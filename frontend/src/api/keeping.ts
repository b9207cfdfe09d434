import { staff } from './bearer'
import { answer } from './client'
import type { Item, Ok, Sent, Site } from './model'

/** A house as those see it who keep it. */
export type Entry = Ok<'/api/v1/sites/{id}/entry', 'get', 200>
export type EntryForm = Sent<'/api/v1/sites/{id}/entry', 'put'>
export type EntryChange = Item<Ok<'/api/v1/sites/{id}/entry/history', 'get', 200>>
export type Checklist = Ok<'/api/v1/sites/{id}/checklist', 'get', 200>
export type Step = Checklist['steps'][number]['step']
export type Unfitting = Item<Ok<'/api/v1/sites/{id}/entry/hours-preview', 'post', 200>>
export type HouseRow = Item<Ok<'/api/v1/sites/register', 'get', 200>>
export type HouseCheck = HouseRow['checks'][number]
export type CheckCount = Item<Ok<'/api/v1/sites/checks', 'get', 200>>
export type Commune = Item<Ok<'/api/v1/communes', 'get', 200>>

const ENTRY = '/api/v1/sites/{id}/entry'
const of = (id: string) => ({ path: { id } })
const seen = ({ id, version }: Entry) => ({ ...of(id), header: { 'If-Match': `"${version}"` } })

/** Also of a house that the public does not see. */
export function readOwnSite(id: string): Promise<Site> {
  return answer(staff.GET('/api/v1/sites/{id}', { params: of(id) }))
}

export function readEntry(id: string): Promise<Entry> {
  return answer(staff.GET(ENTRY, { params: of(id) }))
}

export function changeEntry(entry: Entry, body: EntryForm): Promise<Entry> {
  return answer(staff.PUT(ENTRY, { params: seen(entry), body }))
}

export function createHouse(body: EntryForm): Promise<Entry> {
  return answer(staff.POST('/api/v1/sites', { body }))
}

export function archiveHouse(entry: Entry, archived: boolean): Promise<Entry> {
  return answer(staff.PUT(`${ENTRY}/archived`, { params: seen(entry), body: { archived } }))
}

export function showHouse(entry: Entry, live: boolean): Promise<Entry> {
  return answer(staff.PUT('/api/v1/sites/{id}/live', { params: seen(entry), body: { live } }))
}

export async function listEntryChanges(id: string): Promise<EntryChange[]> {
  return (await answer(staff.GET(`${ENTRY}/history`, { params: of(id) }))).items
}

export function readChecklist(id: string): Promise<Checklist> {
  return answer(staff.GET('/api/v1/sites/{id}/checklist', { params: of(id) }))
}

/** Coming permanences that these hours would not cover, with who is booked in them. */
export async function previewHours(id: string, { openingHours, exceptionalHours }: Pick<EntryForm, 'openingHours' | 'exceptionalHours'>): Promise<Unfitting[]> {
  return (await answer(staff.POST(`${ENTRY}/hours-preview`, { params: of(id), body: { openingHours, exceptionalHours } }))).items
}

export interface HousesWanted {
  q?: string
  department?: string
  live?: boolean
  check?: HouseCheck
  archived?: boolean
  sort?: string
}

export function listHouses(wanted: HousesWanted, cursor?: string): Promise<Ok<'/api/v1/sites/register', 'get', 200>> {
  return answer(staff.GET('/api/v1/sites/register', { params: { query: { ...wanted, limit: 50, ...(cursor ? { cursor } : {}) } } }))
}

export async function countChecks(): Promise<CheckCount[]> {
  return (await answer(staff.GET('/api/v1/sites/checks'))).items
}

export async function suggestCommunes(q: string): Promise<Commune[]> {
  return (await answer(staff.GET('/api/v1/communes', { params: { query: { q, limit: 8 } } }))).items
}

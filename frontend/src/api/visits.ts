import { staff } from './bearer'
import { answer } from './client'
import type { Item, Ok, Sent } from './model'
import type { Attendance, Mark } from './partners/model'

/** A visit at the house's own counters of which nothing is noted yet. */
export type VisitToNote = Item<Ok<'/api/v1/sites/{id}/visits-to-note', 'get', 200>>
/** A visit as far as it must be known to say what it came to. */
export type Visit = Pick<VisitToNote, 'ticketId' | 'number' | 'procedure' | 'documents'> & Partial<Pick<VisitToNote, 'partner'>>
/** All that was ever said of one visit; `current`: what holds, none when nothing does. */
export type VisitHistory = Ok<'/api/v1/tickets/{id}/attendance', 'get', 200>
/** A call or a quick question that was counted. */
export type CountedVisit = Ok<'/api/v1/sites/{id}/counted-visits', 'post', 201>
export type Channel = CountedVisit['channel']
export type CountRequest = Sent<'/api/v1/sites/{id}/counted-visits', 'post'>
export type Commune = Item<Ok<'/api/v1/communes', 'get', 200>>
export type { Attendance, Mark }
export type Result = NonNullable<Mark['result']>
export type AgeBand = NonNullable<Mark['ageBand']>

const site = (id: string) => ({ params: { path: { id } } })
const seen = (id: string, version: number) => ({ params: { path: { id }, header: { 'If-Match': `"${version}"` } } })

/** Of today and yesterday, the last one first. */
export async function listVisitsToNote(id: string): Promise<VisitToNote[]> {
  return (await answer(staff.GET('/api/v1/sites/{id}/visits-to-note', site(id)))).items
}

export function readVisit(ticketId: string): Promise<VisitHistory> {
  return answer(staff.GET('/api/v1/tickets/{id}/attendance', site(ticketId)))
}

/** Notes what a visit came to, or corrects the version that was seen; 0 when none was. */
export function noteVisit(ticketId: string, version: number, body: Mark): Promise<Attendance> {
  return answer(staff.PUT('/api/v1/tickets/{id}/attendance', { ...seen(ticketId, version), body }))
}

export async function unnoteVisit(ticketId: string, version: number): Promise<void> {
  await answer(staff.DELETE('/api/v1/tickets/{id}/attendance', seen(ticketId, version)))
}

/** Counts a visit without a number; the same key counts once. */
export function countVisit(id: string, body: CountRequest, key: string): Promise<CountedVisit> {
  return answer(staff.POST('/api/v1/sites/{id}/counted-visits', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body }))
}

export async function uncountVisit({ id, version }: CountedVisit): Promise<void> {
  await answer(staff.DELETE('/api/v1/counted-visits/{id}/attendance', seen(id, version)))
}

/** How many were counted today, by channel. */
export async function readCounted(id: string): Promise<Partial<Record<Channel, number>>> {
  const { items } = await answer(staff.GET('/api/v1/sites/{id}/counted-visits', site(id)))
  return Object.fromEntries(items.map(({ channel, number }) => [channel, number]))
}

export async function suggestCommunes(q: string): Promise<Commune[]> {
  return (await answer(staff.GET('/api/v1/communes', { params: { query: { q, limit: 8 } } }))).items
}

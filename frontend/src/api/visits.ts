import { staff } from './bearer'
import { answer } from './client'
import type { Item, Ok, Sent } from './model'
import { markVisit, unmarkVisit } from './partners/attendance'
import type { Attendance, Mark } from './partners/model'

/** A visit at the house's own counters of which nothing is noted yet. */
export type VisitToNote = Item<Ok<'/api/v1/sites/{id}/visits-to-note', 'get', 200>>
/** A visit of a day, with what is noted of it. */
export type SiteVisit = Item<Ok<'/api/v1/sites/{id}/visits', 'get', 200>>
export type VisitsOfDay = Ok<'/api/v1/sites/{id}/visits', 'get', 200>
/** Where it is noted what became of a visit: at its number, its appointment, or the count. */
export type VisitName = Pick<SiteVisit, 'ticketId' | 'booking' | 'countedId'>
/** A visit as far as it must be known to say what it came to; `number`: what people call it. */
export type Visit = VisitName & Pick<VisitToNote, 'number' | 'documents'> & Partial<Pick<VisitToNote, 'procedure' | 'partner'>>
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

/** Of a day of the house, the last one first. */
export function listSiteVisits(id: string, date: string, cursor?: string): Promise<VisitsOfDay> {
  return answer(staff.GET('/api/v1/sites/{id}/visits', { params: { path: { id }, query: { date, ...(cursor ? { cursor } : {}) } } }))
}

export function readVisit({ ticketId, booking, countedId }: VisitName): Promise<VisitHistory> {
  if (countedId) return answer(staff.GET('/api/v1/counted-visits/{id}/attendance', site(countedId)))
  if (booking) return answer(staff.GET('/api/v1/bookings/{reference}/attendance', { params: { path: { reference: booking } } }))
  return answer(staff.GET('/api/v1/tickets/{id}/attendance', site(ticketId ?? '')))
}

/** Notes what a visit came to, or corrects the version that was seen; 0 when none was. */
export function noteVisit({ ticketId, booking, countedId }: VisitName, version: number, body: Mark): Promise<Attendance> {
  if (countedId) return answer(staff.PUT('/api/v1/counted-visits/{id}/attendance', { ...seen(countedId, version), body }))
  if (booking) return markVisit(booking, version, body)
  return answer(staff.PUT('/api/v1/tickets/{id}/attendance', { ...seen(ticketId ?? '', version), body }))
}

export async function unnoteVisit({ ticketId, booking, countedId }: VisitName, version: number): Promise<void> {
  if (countedId) return uncountVisit({ id: countedId, version })
  if (booking) return unmarkVisit(booking, version)
  await answer(staff.DELETE('/api/v1/tickets/{id}/attendance', seen(ticketId ?? '', version)))
}

/** Counts a visit without a number; the same key counts once. */
export function countVisit(id: string, body: CountRequest, key: string): Promise<CountedVisit> {
  return answer(staff.POST('/api/v1/sites/{id}/counted-visits', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body }))
}

export async function uncountVisit({ id, version }: Pick<CountedVisit, 'id' | 'version'>): Promise<void> {
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

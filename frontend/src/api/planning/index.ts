import { staff } from '../bearer'
import { answer, answerTagged } from '../client'
import { type AgentSession, listAgentSessions } from '../partners'
import type { Change, Changed, ChangeScope, PartnerChoice, Permanence, PermanenceForm, Preview } from './model'

export type * from './model'
/** A session as the staff of its house see it. */
export type HouseSession = AgentSession

const PAGE = 100
const one = (id: string) => ({ path: { id } })

/** All of a list, page after page. */
async function all<T>(read: (cursor?: string) => Promise<{ items: T[]; nextCursor?: string | null }>): Promise<T[]> {
  const found: T[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    found.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return found
}

/** Sessions of a house on its local days `from` (included) to `to` (excluded), as its staff see them. */
export function houseSessions(site: string, from: string, to: string): Promise<HouseSession[]> {
  return all((cursor) => listAgentSessions({ site, from, to, limit: PAGE, cursor }))
}

export function listPermanences(site: string): Promise<Permanence[]> {
  return all((cursor) => answer(staff.GET('/api/v1/permanences', { params: { query: { site, limit: PAGE, cursor } } })))
}

export async function listPartners(): Promise<PartnerChoice[]> {
  return (await answer(staff.GET('/api/v1/partners'))).items
}

/** With the version that an edit must carry. */
export function readPermanence(id: string): Promise<{ data: Permanence; etag: string }> {
  return answerTagged(staff.GET('/api/v1/permanences/{id}', { params: one(id) }))
}

export function createPermanence(body: PermanenceForm, key: string): Promise<Permanence> {
  return answer(staff.POST('/api/v1/permanences', { params: { header: { 'Idempotency-Key': key } }, body }))
}

/** Only one that nobody ever booked. */
export async function removePermanence(id: string, etag: string): Promise<void> {
  await answer(staff.DELETE('/api/v1/permanences/{id}', { params: { ...one(id), header: { 'If-Match': etag } } }))
}

/** What a form would make of the coming weeks; nothing is written. */
export function previewPermanence(form: PermanenceForm | undefined, of: Partial<ChangeScope> = {}, weeks = 6): Promise<Preview> {
  return answer(staff.POST('/api/v1/permanence-previews', { body: { ...of, form, weeks } }))
}

/** Refused with `decisions-missing` while a booking that it touches has no decision. */
export function changePermanence(change: Change, etag: string): Promise<Changed> {
  return answer(staff.POST('/api/v1/permanence-changes', { params: { header: { 'If-Match': etag } }, body: change }))
}

import { staff } from '../bearer'
import { answer, answerTagged } from '../client'
import { soon } from '../soon'
import type { Change, Changed, ChangeScope, HouseSession, PartnerChoice, Permanence, PermanenceForm, Preview } from './model'

export type * from './model'

const api = soon(staff)
const PAGE = 100

interface Page<T> {
  items: T[]
  nextCursor?: string | null
}

/** All of a list, page after page. */
async function all<T>(address: string, query: Record<string, unknown>): Promise<T[]> {
  const found: T[] = []
  let cursor: string | undefined
  do {
    const page: Page<T> = await answer(api.GET<Page<T>>(address, { params: { query: { ...query, limit: PAGE, cursor } } }))
    found.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return found
}

/** Sessions of a house on its local days `from` (included) to `to` (excluded), as its staff see them. */
export function houseSessions(site: string, from: string, to: string): Promise<HouseSession[]> {
  return all('/api/v1/sessions', { site, from, to })
}

export function listPermanences(site: string): Promise<Permanence[]> {
  return all('/api/v1/permanences', { site })
}

export async function listPartners(): Promise<PartnerChoice[]> {
  return (await answer(api.GET<Page<PartnerChoice>>('/api/v1/partners'))).items
}

/** With the version that an edit must carry. */
export function readPermanence(id: string): Promise<{ data: Permanence; etag: string }> {
  return answerTagged(api.GET<Permanence>('/api/v1/permanences/{id}', { params: { path: { id } } }))
}

export function createPermanence(body: PermanenceForm, key: string): Promise<Permanence> {
  return answer(api.POST<Permanence>('/api/v1/permanences', { params: { header: { 'Idempotency-Key': key } }, body }))
}

/** Only one that nobody ever booked. */
export async function removePermanence(id: string, etag: string): Promise<void> {
  await answer(api.DELETE('/api/v1/permanences/{id}', { params: { path: { id }, header: { 'If-Match': etag } } }))
}

/** What a form would make of the coming weeks; nothing is written. */
export function previewPermanence(form: PermanenceForm | undefined, of: Partial<ChangeScope> = {}, weeks = 6): Promise<Preview> {
  return answer(api.POST<Preview>('/api/v1/permanence-previews', { body: { ...of, form, weeks } }))
}

/** Refused with `decisions-missing` while a booking that it touches has no decision. */
export function changePermanence(change: Change, etag: string): Promise<Changed> {
  return answer(api.POST<Changed>('/api/v1/permanence-changes', { params: { header: { 'If-Match': etag } }, body: change }))
}

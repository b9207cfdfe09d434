import { staff } from '../bearer'
import { answer } from '../client'
import type { Item, Ok } from '../model'

/** A calendar that a program reads at a secret address; `url` is told only when it is made. */
export type Feed = Item<Ok<'/api/v1/calendar-feeds', 'get', 200>>
export type FeedKind = Feed['kind']

/** One's own, or everybody's of a house that one manages. */
export async function listFeeds(site?: string): Promise<Feed[]> {
  return (await answer(staff.GET('/api/v1/calendar-feeds', { params: { query: { site } } }))).items
}

export function makeFeed(kind: FeedKind, id: string | undefined, key: string): Promise<Feed> {
  const params = { header: { 'Idempotency-Key': key } }
  return answer(staff.POST('/api/v1/calendar-feeds', { params, body: id ? { kind, id } : { kind } }))
}

export async function revokeFeed(id: string): Promise<void> {
  await answer(staff.DELETE('/api/v1/calendar-feeds/{id}', { params: { path: { id } } }))
}

import { staff } from '../bearer'
import { answer } from '../client'
import type { Text } from '../model'
import { soon } from '../soon'

const api = soon(staff)

export type FeedKind = 'permanence' | 'site' | 'agent'

/** A calendar that a program reads at a secret address; `url` is told only when it is made. */
export interface Feed {
  id: string
  kind: FeedKind
  title: Text
  createdAt: string
  url?: string
  /** Of the permanence or the house. */
  of?: string
}

export async function listFeeds(): Promise<Feed[]> {
  return (await answer(api.GET<{ items: Feed[] }>('/api/v1/calendar-feeds'))).items
}

export function makeFeed(kind: FeedKind, id: string | undefined, key: string): Promise<Feed> {
  const params = { header: { 'Idempotency-Key': key } }
  return answer(api.POST<Feed>('/api/v1/calendar-feeds', { params, body: id ? { kind, id } : { kind } }))
}

export async function revokeFeed(id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/calendar-feeds/{id}', { params: { path: { id } } }))
}

import { answer, client } from '../client'
import { soon } from '../soon'
import type { OpenEvent } from './model'

export type * from './model'

const api = soon(client)

/** Events that are published and not over, soonest first. What staff do is in ./staff: visitors do not carry it. */
export async function listEvents(): Promise<OpenEvent[]> {
  return (await answer(api.GET<{ items: OpenEvent[] }>('/api/v1/events'))).items
}

export function readEvent(code: string): Promise<OpenEvent> {
  return answer(api.GET<OpenEvent>('/api/v1/events/{code}', { params: { path: { code } } }))
}

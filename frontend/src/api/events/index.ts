import { answer, client } from '../client'
import { bearerIfAny } from '../bearer'
import type { OpenEvent } from './model'

export type * from './model'

/** Events that are published and not over, soonest first. What staff do is in ./staff: visitors do not carry it. */
export async function listEvents(): Promise<OpenEvent[]> {
  return (await answer(client.GET('/api/v1/events'))).items
}

/** A draft is told to those who prepare it. */
export async function readEvent(code: string): Promise<OpenEvent> {
  return answer(client.GET('/api/v1/events/{code}', { params: { path: { code } }, headers: await bearerIfAny() }))
}

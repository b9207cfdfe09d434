import { staff } from './bearer'
import { answer } from './client'
import type { Item, Ok } from './model'

/** What may be one robot's, for a manager to decide. */
export type SuspectGroup = Item<Ok<'/api/v1/sites/{id}/suspects', 'get', 200>>
export type Suspect = SuspectGroup['bookings'][number]
export type Release = Ok<'/api/v1/sites/{id}/releases', 'post', 200>

export async function listSuspects(id: string): Promise<SuspectGroup[]> {
  return (await answer(staff.GET('/api/v1/sites/{id}/suspects', { params: { path: { id } } }))).items
}

export function release(id: string, body: { references: string[]; groups: string[]; reason?: string }, key: string): Promise<Release> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return answer(staff.POST('/api/v1/sites/{id}/releases', { params, body }))
}

export function undoRelease(id: string, act: string): Promise<{ back: number; gone: number }> {
  return answer(staff.POST('/api/v1/sites/{id}/releases/{release}/undo', { params: { path: { id, release: act } } }))
}

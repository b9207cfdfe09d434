import { answer } from '../client'
import type { Closure } from '../model'
import { staff } from '../bearer'
import type { ClosingTime, Consequences } from './model'

const CLOSURES = '/api/v1/sites/{id}/closures'

/** Whom it would concern; nothing is closed yet. */
export function previewClosure(id: string, body: ClosingTime): Promise<Consequences> {
  return answer(staff.POST(`${CLOSURES}/preview`, { params: { path: { id } }, body }))
}

export function closeHouse(id: string, body: ClosingTime, key: string): Promise<Closure> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return answer(staff.POST(CLOSURES, { params, body }))
}

export async function reopenHouse(id: string, closureId: string): Promise<void> {
  await answer(staff.DELETE('/api/v1/sites/{id}/closures/{closureId}', { params: { path: { id, closureId } } }))
}

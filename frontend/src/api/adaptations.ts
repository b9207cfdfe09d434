import { staff } from './bearer'
import { answer } from './client'
import type { Item, Ok, Sent } from './model'

/** A procedure as the network says it, and as one house does it. */
export type Adaptation = Ok<'/api/v1/sites/{id}/adaptations/{procedure}', 'get', 200>
export type AdaptationForm = Sent<'/api/v1/sites/{id}/adaptations/{procedure}', 'put'>
export type AdaptationChange = Item<Ok<'/api/v1/sites/{id}/adaptations/{procedure}/history', 'get', 200>>

const ONE = '/api/v1/sites/{id}/adaptations/{procedure}'

export async function listAdaptations(id: string): Promise<Adaptation[]> {
  return (await answer(staff.GET('/api/v1/sites/{id}/adaptations', { params: { path: { id } } }))).items
}

export function readAdaptation(id: string, procedure: string): Promise<Adaptation> {
  return answer(staff.GET(ONE, { params: { path: { id, procedure } } }))
}

/** Nothing in the form: as the network says. */
export function changeAdaptation(id: string, { version, procedure }: Adaptation, body: AdaptationForm): Promise<Adaptation> {
  return answer(staff.PUT(ONE, { params: { path: { id, procedure: procedure.id }, header: { 'If-Match': `"${version}"` } }, body }))
}

export async function listAdaptationChanges(id: string, procedure: string): Promise<AdaptationChange[]> {
  return (await answer(staff.GET(`${ONE}/history`, { params: { path: { id, procedure } } }))).items
}

import { staff } from './bearer'
import { answer, answerTagged } from './client'
import type { components } from './schema'

export type Integrator = components['schemas']['Integrator']
export type IntegratorForm = components['schemas']['IntegratorForm']
export type Scope = Integrator['scopes'][number]

const ONE = '/api/v1/integrators/{id}'
const path = (id: string) => ({ path: { id } })

export async function listIntegrators(): Promise<Integrator[]> {
  return (await answer(staff.GET('/api/v1/integrators'))).items
}

/** With the version that an edit must carry. */
export function readIntegrator(id: string): Promise<{ data: Integrator; etag: string }> {
  return answerTagged(staff.GET(ONE, { params: path(id) }))
}

/** The answer alone has the secret of the key: a repeat makes nothing, and tells none. */
export function createIntegrator(body: IntegratorForm, key: string): Promise<Integrator> {
  return answer(staff.POST('/api/v1/integrators', { params: { header: { 'Idempotency-Key': key } }, body }))
}

export function changeIntegrator(id: string, etag: string, body: IntegratorForm): Promise<Integrator> {
  return answer(staff.PUT(ONE, { params: { ...path(id), header: { 'If-Match': etag } }, body }))
}

/** Another key; those before stay good for some hours. A repeat makes nothing, and tells no secret. */
export function renewKey(id: string, overlapHours: number, key: string): Promise<Integrator> {
  return answer(staff.POST(`${ONE}/keys`, { params: { ...path(id), header: { 'Idempotency-Key': key } }, body: { overlapHours } }))
}

export function endKey(id: string, key: string): Promise<Integrator> {
  return answer(staff.DELETE(`${ONE}/keys/{key}`, { params: { path: { id, key } } }))
}

export function revokeIntegrator(id: string): Promise<Integrator> {
  return answer(staff.POST(`${ONE}/revocation`, { params: path(id) }))
}

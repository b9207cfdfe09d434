import { answer, answerTagged, type Tagged } from '../client'
import { staff } from '../bearer'
import type { Counter, CounterRequest, Device, QueueSettings } from './model'

export function readQueueSettings(id: string): Promise<Tagged<QueueSettings>> {
  return answerTagged(staff.GET('/api/v1/sites/{id}/queue-settings', { params: { path: { id } } }))
}

export function saveQueueSettings(id: string, { data, etag }: Tagged<QueueSettings>): Promise<Tagged<QueueSettings>> {
  const params = { path: { id }, header: { 'If-Match': etag } }
  return answerTagged(staff.PUT('/api/v1/sites/{id}/queue-settings', { params, body: data }))
}

export async function listCounters(id: string): Promise<Counter[]> {
  return (await answer(staff.GET('/api/v1/sites/{id}/counters', { params: { path: { id } } }))).items
}

export function addCounter(id: string, body: CounterRequest, key: string): Promise<Counter> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return answer(staff.POST('/api/v1/sites/{id}/counters', { params, body }))
}

const seen = ({ id, version }: Counter) => ({ params: { path: { id }, header: { 'If-Match': `"${version}"` } } })

/** Refused as stale when somebody else changed the counter since it was read. */
export function changeCounter(counter: Counter, body: CounterRequest): Promise<Counter> {
  return answer(staff.PUT('/api/v1/counters/{id}', { ...seen(counter), body }))
}

export async function archiveCounter(counter: Counter): Promise<void> {
  await answer(staff.DELETE('/api/v1/counters/{id}', seen(counter)))
}

export async function listDevices(id: string): Promise<Device[]> {
  return (await answer(staff.GET('/api/v1/sites/{id}/devices', { params: { path: { id } } }))).items
}

/** The answer alone tells the device's key. */
export function addDevice(id: string, name: string, key: string): Promise<Device> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return answer(staff.POST('/api/v1/sites/{id}/devices', { params, body: { name } }))
}

export async function revokeDevice(id: string): Promise<void> {
  await answer(staff.DELETE('/api/v1/devices/{id}', { params: { path: { id } } }))
}

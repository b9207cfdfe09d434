import { staff } from './bearer'
import { answer, answerTagged } from './client'
import type { components } from './schema'

export type Webhook = components['schemas']['Webhook']
export type Delivery = components['schemas']['WebhookDelivery']
export type Attempt = Delivery['tries'][number]
export type ChangeType = Webhook['types'][number]

const ONE = '/api/v1/webhooks/{id}'
const path = (id: string) => ({ path: { id } })

/** Of one system, or of all. */
export async function listWebhooks(integrator?: string): Promise<Webhook[]> {
  return (await answer(staff.GET('/api/v1/webhooks', { params: { query: { integrator } } }))).items
}

export type WebhookForm = components['schemas']['WebhookForm']

/** With the version that an edit must carry. */
export function readWebhook(id: string): Promise<{ data: Webhook; etag: string }> {
  return answerTagged(staff.GET(ONE, { params: path(id) }))
}

/** The answer alone has the secret; so has that of a repeat with the same key. */
export function createWebhook(body: WebhookForm, key: string): Promise<Webhook> {
  return answer(staff.POST('/api/v1/webhooks', { params: { header: { 'Idempotency-Key': key } }, body }))
}

/** Another address has to answer a try of its own before it is told anything. */
export function changeWebhook(id: string, etag: string, body: WebhookForm): Promise<Webhook> {
  return answer(staff.PUT(ONE, { params: { ...path(id), header: { 'If-Match': etag } }, body }))
}

export async function deleteWebhook(id: string): Promise<void> {
  await answer(staff.DELETE(ONE, { params: path(id) }))
}

/** Calls the address now, and tells what it answered. */
export function pingWebhook(id: string): Promise<Delivery> {
  return answer(staff.POST(`${ONE}/ping`, { params: path(id) }))
}

/** Another secret; the one before stays good for some hours. A repeat with the same key hears the same. */
export function renewSecret(id: string, overlapHours: number, key: string): Promise<Webhook> {
  return answer(staff.POST(`${ONE}/secret`, { params: { ...path(id), header: { 'Idempotency-Key': key } }, body: { overlapHours } }))
}

export function listDeliveries(id: string, cursor?: string): Promise<components['schemas']['PageDeliveryView']> {
  return answer(staff.GET(`${ONE}/deliveries`, { params: { ...path(id), query: { cursor } } }))
}

export function redeliver(id: string, delivery: string): Promise<Delivery> {
  return answer(staff.POST(`${ONE}/deliveries/{delivery}/redelivery`, { params: { path: { id, delivery } } }))
}

/** How many go once more, of the changes from a moment on and before another. */
export async function replay(id: string, from: string, to?: string): Promise<number> {
  return (await answer(staff.POST(`${ONE}/replay`, { params: path(id), body: { from, to } }))).queued
}

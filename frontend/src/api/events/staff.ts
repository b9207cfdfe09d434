import { staff } from '../bearer'
import { answer, answerTagged } from '../client'
import { soon } from '../soon'
import type { EventForm, EventSession, Figures, OpenEvent, WorkshopForm } from './model'

const api = soon(staff)
const at = (code: string, more: Record<string, string> = {}) => ({ path: { code, ...more } })

/** Those of one's own houses, drafts and past ones too. */
export async function myEvents(): Promise<OpenEvent[]> {
  return (await answer(api.GET<{ items: OpenEvent[] }>('/api/v1/events', { params: { query: { mine: true } } }))).items
}

/** With the version that an edit must carry. */
export function readMyEvent(code: string): Promise<{ data: OpenEvent; etag: string }> {
  return answerTagged(api.GET<OpenEvent>('/api/v1/events/{code}', { params: at(code) }))
}

export function createEvent(body: EventForm, key: string): Promise<OpenEvent> {
  return answer(api.POST<OpenEvent>('/api/v1/events', { params: { header: { 'Idempotency-Key': key } }, body }))
}

export function changeEvent(code: string, etag: string, body: EventForm): Promise<{ data: OpenEvent; etag: string }> {
  const params = { ...at(code), header: { 'If-Match': etag } }
  return answerTagged(api.PUT<OpenEvent>('/api/v1/events/{code}', { params, body }))
}

/** Only without bookings. */
export async function removeEvent(code: string): Promise<void> {
  await answer(api.DELETE('/api/v1/events/{code}', { params: at(code) }))
}

export function addWorkshop(code: string, body: WorkshopForm, key: string): Promise<EventSession> {
  const params = { ...at(code), header: { 'Idempotency-Key': key } }
  return answer(api.POST<EventSession>('/api/v1/events/{code}/workshops', { params, body }))
}

/** Only without bookings: else its session is cancelled, and everybody told. */
export async function removeWorkshop(code: string, permanenceId: string): Promise<void> {
  await answer(api.DELETE('/api/v1/events/{code}/workshops/{permanenceId}', { params: at(code, { permanenceId }) }))
}

export function readFigures(code: string): Promise<Figures> {
  return answer(api.GET<Figures>('/api/v1/events/{code}/figures', { params: at(code) }))
}

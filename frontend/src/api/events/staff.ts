import { staff } from '../bearer'
import { answer, answerTagged } from '../client'
import type { EventForm, EventSession, Figures, OpenEvent, WorkshopForm } from './model'

const EVENT = '/api/v1/events/{code}'
const path = (code: string) => ({ path: { code } })

/** Those of one's own houses, drafts and past ones too. */
export async function myEvents(): Promise<OpenEvent[]> {
  return (await answer(staff.GET('/api/v1/events', { params: { query: { mine: true } } }))).items
}

/** With the version that an edit must carry. */
export function readMyEvent(code: string): Promise<{ data: OpenEvent; etag: string }> {
  return answerTagged(staff.GET(EVENT, { params: path(code) }))
}

export function createEvent(body: EventForm, key: string): Promise<OpenEvent> {
  return answer(staff.POST('/api/v1/events', { params: { header: { 'Idempotency-Key': key } }, body }))
}

export function changeEvent(code: string, etag: string, body: EventForm): Promise<{ data: OpenEvent; etag: string }> {
  return answerTagged(staff.PUT(EVENT, { params: { ...path(code), header: { 'If-Match': etag } }, body }))
}

/** Only one of which nobody ever booked a workshop. */
export async function removeEvent(code: string): Promise<void> {
  await answer(staff.DELETE(EVENT, { params: path(code) }))
}

export function addWorkshop(code: string, body: WorkshopForm, key: string): Promise<EventSession> {
  const params = { ...path(code), header: { 'Idempotency-Key': key } }
  return answer(staff.POST(`${EVENT}/workshops`, { params, body }))
}

/** Only without bookings: else its session is cancelled, and everybody told. */
export async function removeWorkshop(code: string, permanenceId: string): Promise<void> {
  await answer(staff.DELETE(`${EVENT}/workshops/{permanenceId}`, { params: { path: { code, permanenceId } } }))
}

export function readFigures(code: string): Promise<Figures> {
  return answer(staff.GET(`${EVENT}/figures`, { params: path(code) }))
}

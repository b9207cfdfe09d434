import { browserId } from './browserId'
import { answer, client } from './client'
import type { Booking, BookingRequest, Hold, NewBooking, Slip, Slot } from './model'

export interface SlotSearch {
  site: string
  procedure: string
  /** Local days of the site; `to` is excluded. */
  from?: string
  to?: string
  limit?: number
}

/** Bookable slots in order of time; all of them between two days, unless a limit is given. */
export async function listSlots({ limit, ...query }: SlotSearch): Promise<Slot[]> {
  const found: Slot[] = []
  let cursor: string | undefined
  do {
    const page = await answer(client.GET('/api/v1/slots', { params: { query: { ...query, limit: limit ?? 100, cursor } } }))
    found.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor && !limit)
  return found
}

/** `proof`: a solved challenge, where one was asked for. */
export function holdSlot(slotId: string, procedureId: string, key: string, proof?: string): Promise<Hold> {
  const header = { 'Idempotency-Key': key, 'Browser-Id': browserId(), Proof: proof }
  return answer(client.POST('/api/v1/holds', { params: { header }, body: { slotId, procedureId } }))
}

export function extendHold(id: string): Promise<Hold> {
  return answer(client.POST('/api/v1/holds/{id}/extension', { params: { path: { id } } }))
}

export async function releaseHold(id: string): Promise<void> {
  await answer(client.DELETE('/api/v1/holds/{id}', { params: { path: { id } } }))
}

/** The same key for the same attempt, however often it is sent: a lost answer then books once. */
export function makeBooking(body: BookingRequest, key: string, proof?: string): Promise<NewBooking> {
  const header = { 'Idempotency-Key': key, 'Browser-Id': browserId(), Proof: proof }
  return answer(client.POST('/api/v1/bookings', { params: { header }, body }))
}

/** What opens a booking: its reference, and the secret of its private link. */
export interface BookingKey {
  reference: string
  secret: string
}

const opening = ({ reference, secret }: BookingKey, seen?: Seen) => ({
  path: { reference },
  header: { 'Booking-Secret': secret, ...ifSeen(seen) },
})

/** The booking as somebody saw it when they decided: of one that changed meanwhile the server refuses the change. */
export type Seen = Pick<Booking, 'sequence'>

export const ifSeen = (seen?: Seen) => seen && { 'If-Match': `"${seen.sequence}"` }

export function readBooking(key: BookingKey): Promise<Booking> {
  return answer(client.GET('/api/v1/bookings/{reference}', { params: opening(key) }))
}

export function cancelBooking(key: BookingKey, seen: Seen): Promise<Booking> {
  return answer(client.POST('/api/v1/bookings/{reference}/cancellation', { params: opening(key, seen) }))
}

export function moveBooking(key: BookingKey, seen: Seen, slotId: string, holdId?: string): Promise<Booking> {
  const body = holdId ? { slotId, holdId } : { slotId }
  return answer(client.POST('/api/v1/bookings/{reference}/reschedule', { params: opening(key, seen), body }))
}

/** What somebody types from their paper; it stays in memory and is sent in the body only. */
export interface SlipKey {
  reference: string
  code: string
}

export function openSlip(body: SlipKey): Promise<Slip> {
  return answer(client.POST('/api/v1/booking-openings', { body }))
}

export function cancelSlip(body: SlipKey): Promise<Slip> {
  return answer(client.POST('/api/v1/booking-openings/cancellation', { body }))
}

export function readCalendar(key: BookingKey): Promise<string> {
  const options = { params: opening(key), parseAs: 'text' as const }
  return answer(client.GET('/api/v1/bookings/{reference}/calendar.ics', options))
}

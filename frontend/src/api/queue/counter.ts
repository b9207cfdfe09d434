import { answer } from '../client'
import type { BookingRequest, NewBooking } from '../model'
import { bearerHeader, staff } from '../bearer'
import type { Agenda, Counter, LateEntry, NewSeat, Queue, Receipt, SlotPage, Ticket, TicketAction, TicketRequest } from './model'
import { type Listener, openStream, type Stop } from './stream'

const one = (id: string) => ({ params: { path: { id } } })

export function readQueue(id: string): Promise<Queue> {
  return answer(staff.GET('/api/v1/sites/{id}/queue', one(id)))
}

export function streamQueue(id: string, listener: Listener): Stop {
  return openStream(`/api/v1/sites/${encodeURIComponent(id)}/queue/stream`, bearerHeader, listener)
}

/** The appointments of a local day of the house. */
export function readAgenda(id: string, date?: string): Promise<Agenda> {
  return answer(staff.GET('/api/v1/sites/{id}/agenda', { params: { path: { id }, query: { date } } }))
}

/** Calls the next person to a counter; without anybody to call, the counter comes back empty. `finish`: first ends the visit there. */
export async function callNext(counterId: string, finish: boolean): Promise<Counter> {
  return (await answer(staff.POST('/api/v1/counters/{id}/next', { ...one(counterId), body: { finish } }))).counter
}

/** `reason` is needed for somebody whose turn it is not. */
export function callTicket(id: string, counterId: string, reason?: string): Promise<Ticket> {
  return answer(staff.POST('/api/v1/tickets/{id}/call', { ...one(id), body: reason ? { counterId, reason } : { counterId } }))
}

export type PlainAction = Exclude<TicketAction, 'call' | 'transfer'>

export function actOn(id: string, action: PlainAction): Promise<Ticket> {
  return answer(staff.POST(`/api/v1/tickets/{id}/${action}`, one(id)))
}

/** Passes somebody on to another procedure or partner: the number and the arrival stay. */
export function transferTicket(id: string, procedureId: string, permanenceId?: string): Promise<Ticket> {
  const body = permanenceId ? { procedureId, permanenceId } : { procedureId }
  return answer(staff.POST('/api/v1/tickets/{id}/transfer', { ...one(id), body }))
}

/** Everybody who waits in vain, at once; without a permanence to the house's own clerks. The same key passes them on once. */
export async function transferStranded(id: string, permanenceId: string | undefined, key: string): Promise<Ticket[]> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  const body = permanenceId ? { permanenceId } : {}
  return (await answer(staff.POST('/api/v1/sites/{id}/stranded-transfers', { params, body }))).tickets
}

export function openCounter(id: string): Promise<Counter> {
  return answer(staff.POST('/api/v1/counters/{id}/open', one(id)))
}

export function closeCounter(id: string): Promise<Counter> {
  return answer(staff.POST('/api/v1/counters/{id}/close', one(id)))
}

/** Registers an arrival; the same booking again gives the same ticket. */
export async function registerArrival(siteId: string, reference: string): Promise<Ticket> {
  return ticketOf(await answer(staff.POST('/api/v1/sites/{id}/arrivals', { ...one(siteId), body: { reference } })))
}

/** Books a slot of today for somebody who is here, and registers the arrival: both or neither. */
export async function seatWalkIn(siteId: string, seat: NewSeat, key: string): Promise<Ticket> {
  const params = { path: { id: siteId }, header: { 'Idempotency-Key': key } }
  return ticketOf(await answer(staff.POST('/api/v1/sites/{id}/arrivals', { params, body: seat })))
}

export async function giveNumber(siteId: string, body: TicketRequest, key: string): Promise<Ticket> {
  const params = { path: { id: siteId }, header: { 'Idempotency-Key': key } }
  return ticketOf(await answer(staff.POST('/api/v1/sites/{id}/tickets', { params, body })))
}

// Kiosks hear less from the same addresses; staff always get the whole ticket.
function ticketOf(said: Receipt | Ticket | { ticket: Ticket }): Ticket {
  if ('ticket' in said) return said.ticket
  if ('id' in said) return said
  throw new Error('a receipt for staff')
}

/** What stood on paper during a cut, with its real times. */
export async function enterLate(siteId: string, body: LateEntry, key: string): Promise<Ticket> {
  const params = { path: { id: siteId }, header: { 'Idempotency-Key': key } }
  return answer(staff.POST('/api/v1/sites/{id}/late-entries', { params, body }))
}

/** Books for somebody on the phone or at the counter: no contact is needed and no notice. */
export function bookFor(body: BookingRequest, key: string): Promise<NewBooking> {
  return answer(staff.POST('/api/v1/bookings', { params: { header: { 'Idempotency-Key': key } }, body }))
}

/** Free slots as staff may give them, soonest first: without the notice that visitors owe. A page; `cursor` asks for the next. */
export function staffSlots(site: string, procedure: string, days: { from: string; to: string }, cursor?: string): Promise<SlotPage> {
  return answer(staff.GET('/api/v1/slots', { params: { query: { site, procedure, ...days, limit: 60, cursor } } }))
}

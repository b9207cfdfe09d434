import { answer } from '../client'
import type { BookingRequest, NewBooking } from '../model'
import { asAgent, staff } from '../bearer'
import type { Agenda, Counter, Departure, LateEntry, NewSeat, NextAnswer, Queue, Receipt, SlotPage, Ticket, TicketAction, TicketRequest, Transfer } from './model'
import { type Listener, openStream, type Stop } from './stream'

const one = (id: string) => ({ params: { path: { id } } })

export function readQueue(id: string): Promise<Queue> {
  return answer(staff.GET('/api/v1/sites/{id}/queue', one(id)))
}

export function streamQueue(id: string, listener: Listener): Stop {
  return openStream(`/api/v1/sites/${encodeURIComponent(id)}/queue/stream`, asAgent.headers, listener, asAgent)
}

/** The appointments of a local day of the house. */
export function readAgenda(id: string, date?: string): Promise<Agenda> {
  return answer(staff.GET('/api/v1/sites/{id}/agenda', { params: { path: { id }, query: { date } } }))
}

/** What a command acts on, as it was seen: refused with who did what when somebody changed it since. */
export type Seen = Pick<Ticket | Counter, 'id' | 'version'>

const once = (id: string, key: string) => ({ params: { path: { id }, header: { 'Idempotency-Key': key } } })
const asSeen = ({ id, version }: Seen, key: string) => ({ params: { path: { id }, header: { 'Idempotency-Key': key, 'If-Match': `"${version}"` } } })

/** Calls the next person to a counter; without anybody to call, the counter comes back empty. `served`: first ends that visit there. */
export function callNext(counterId: string, served: Pick<Ticket, 'id'> | null, key: string): Promise<NextAnswer> {
  const body = served ? { finish: true, ticketId: served.id } : { finish: false }
  return answer(staff.POST('/api/v1/counters/{id}/next', { ...once(counterId, key), body }))
}

/** `reason` is needed for somebody whose turn it is not. */
export function callTicket(ticket: Seen, counterId: string, reason: string | undefined, key: string): Promise<Ticket> {
  return answer(staff.POST('/api/v1/tickets/{id}/call', { ...asSeen(ticket, key), body: reason ? { counterId, reason } : { counterId } }))
}

export type PlainAction = Exclude<TicketAction, 'call' | 'transfer' | 'undo'>

export function actOn(ticket: Seen, action: PlainAction, key: string): Promise<Ticket> {
  return answer(staff.POST(`/api/v1/tickets/{id}/${action}`, asSeen(ticket, key)))
}

/** Takes back the change with that number, and nothing else however often it is sent. */
export function undoTicket(id: string, seq: number, key: string): Promise<Ticket> {
  return answer(staff.POST('/api/v1/tickets/{id}/undo', { ...once(id, key), body: { seq } }))
}

/** Passes somebody on to another procedure or partner: the number and the arrival stay. */
export function transferTicket(ticket: Seen, body: Transfer, key: string): Promise<Ticket> {
  return answer(staff.POST('/api/v1/tickets/{id}/transfer', { ...asSeen(ticket, key), body }))
}

/** Everybody who waits in vain, at once; without a permanence to the house's own clerks. The same key passes them on once. */
export async function transferStranded(id: string, permanenceId: string | undefined, key: string): Promise<Ticket[]> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  const body = permanenceId ? { permanenceId } : {}
  return (await answer(staff.POST('/api/v1/sites/{id}/stranded-transfers', { params, body }))).tickets
}

/** Also takes it over from a colleague, if it was seen to be theirs. */
export function openCounter(counter: Seen, key: string): Promise<Counter> {
  return answer(staff.POST('/api/v1/counters/{id}/open', asSeen(counter, key)))
}

export function closeCounter(counter: Seen, key: string): Promise<Counter> {
  return answer(staff.POST('/api/v1/counters/{id}/close', asSeen(counter, key)))
}

/** Everybody who waits or was put aside has left. */
export function departAll(siteId: string, key: string): Promise<Departure> {
  return answer(staff.POST('/api/v1/sites/{id}/queue/departures', once(siteId, key)))
}

/** Back to their places; tells how many. */
export async function undoDeparture(siteId: string, departure: string, key: string): Promise<number> {
  return (await answer(staff.POST('/api/v1/sites/{id}/queue/departures/{departure}/undo', { params: { path: { id: siteId, departure }, header: { 'Idempotency-Key': key } } }))).back
}

/** All at which nobody is; the answer has those that stay open, too. */
export async function closeCounters(siteId: string, key: string): Promise<Counter[]> {
  return (await answer(staff.POST('/api/v1/sites/{id}/counters/close', once(siteId, key)))).items
}

/** Registers an arrival; the same booking again gives the same ticket. */
export async function registerArrival(siteId: string, reference: string, key: string): Promise<Ticket> {
  return ticketOf(await answer(staff.POST('/api/v1/sites/{id}/arrivals', { ...once(siteId, key), body: { reference } })))
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

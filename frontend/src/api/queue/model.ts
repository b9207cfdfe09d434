import type { Ok, Sent } from '../model'

export type Queue = Ok<'/api/v1/sites/{id}/queue', 'get', 200>
/** Free times by start; `nextCursor` asks for the later ones. */
export type SlotPage = Ok<'/api/v1/slots', 'get', 200>
export type Ticket = Queue['waiting'][number]
export type Counter = Queue['counters'][number]
export type CounterRequest = Sent<'/api/v1/sites/{id}/counters', 'post'>
export type TicketState = Ticket['state']
export type TicketAction = Ticket['allowed'][number]
/** How long somebody who waits will wait, or why nobody can say. */
export type Said = Pick<Ticket, 'estimate' | 'noEstimate'>
/** Why somebody waits for a permanence that will not serve them. */
export type Stranded = NonNullable<Ticket['stranded']>
export type ProcedureRef = Ticket['procedure']
export type PartnerRef = NonNullable<Ticket['partner']>
export type Serves = Counter['serves']
/** Why somebody is where they are in the waiting list. */
export type Reason = NonNullable<Ticket['reason']>
export type NextAnswer = Ok<'/api/v1/counters/{id}/next', 'post', 200>
export type Transfer = Sent<'/api/v1/tickets/{id}/transfer', 'post'>
/** What a house does with who is absent when called. */
export type QueueSettings = Ok<'/api/v1/sites/{id}/queue-settings', 'get', 200>
export type TicketRequest = Sent<'/api/v1/sites/{id}/tickets', 'post'>

/** What the waiting room's screen shows: numbers and counters, never a person. */
export type Board = Ok<'/api/v1/sites/{id}/board', 'get', 200>
/** A session of today that does not take place or begins late. */
export type BoardNotice = Board['notices'][number]
export type BoardCall = Board['calls'][number]
/** Whether somebody who walks in gets a number now, and with whom. */
export type Numbers = Queue['numbers'][number]
export type Obstacle = NonNullable<Numbers['refused']>
export type SiteStatus = Ok<'/api/v1/sites/{id}/status', 'get', 200>
/** One's own number, as a phone may see it. */
export type TicketView = Ok<'/api/v1/tickets/{publicId}', 'get', 200>

/** A house's appointments and permanences of a local day. */
export type Agenda = Ok<'/api/v1/sites/{id}/agenda', 'get', 200>
export type AgendaSession = Agenda['sessions'][number]
export type AgendaBooking = AgendaSession['bookings'][number]

type Arrived = Ok<'/api/v1/sites/{id}/arrivals', 'post', 201>
/** What a kiosk is told: no name and nobody else. */
export type Receipt = Extract<Arrived, { publicId: string }>
/** A slot of today, and who is here to take it. */
export type NewSeat = Sent<'/api/v1/sites/{id}/arrivals', 'post'>
/** A kiosk; its key is told once, when it is made. */
export type Device = Ok<'/api/v1/sites/{id}/devices', 'post', 201>

/** Who left in one act; `id` takes it back. */
export type Departure = Ok<'/api/v1/sites/{id}/queue/departures', 'post', 200>
export type LateEntry = Sent<'/api/v1/sites/{id}/late-entries', 'post'>

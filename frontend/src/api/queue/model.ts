import type { Ok, Sent } from '../model'

export type Queue = Ok<'/api/v1/sites/{id}/queue', 'get', 200>
export type Ticket = Queue['waiting'][number]
export type Counter = Queue['counters'][number]
export type CounterRequest = Sent<'/api/v1/sites/{id}/counters', 'post'>
export type TicketState = Ticket['state']
export type TicketAction = Ticket['allowed'][number]
export type Estimate = NonNullable<Ticket['estimate']>
export type ProcedureRef = Ticket['procedure']
export type PartnerRef = NonNullable<Ticket['partner']>
export type Serves = Counter['serves']
/** Why somebody is where they are in the waiting list. */
export type Reason = NonNullable<Ticket['reason']>
export type TicketRequest = Sent<'/api/v1/sites/{id}/tickets', 'post'>

/** What the waiting room's screen shows: numbers and desks, never a person. */
export type Board = Ok<'/api/v1/sites/{id}/board', 'get', 200>
export type BoardCall = Board['calls'][number]
export type SiteStatus = Ok<'/api/v1/sites/{id}/status', 'get', 200>
/** One's own number, as a phone may see it. */
export type TicketView = Ok<'/api/v1/tickets/{publicId}', 'get', 200>

export interface AgendaBooking {
  reference: string
  status: string
  start: string
  end: string
  firstName: string
  lastName: string
  phone?: string | null
  bookedBy?: string | null
  procedure: ProcedureRef
  ticket?: { id: string; number: string; state: TicketState } | null
  late: boolean
}
export interface AgendaSession {
  id: string
  partner?: PartnerRef | null
  start: string
  end: string
  mode: 'appointment' | 'walkIn' | 'both'
  state: string
  capacity: number
  bookings: AgendaBooking[]
}
export interface Agenda {
  date: string
  zone: string
  siteName: string
  sessions: AgendaSession[]
}

/** What a kiosk is told: no name and nobody else. */
export interface Receipt {
  number: string
  publicId: string
  ahead: number
  estimate?: Estimate | null
}
export interface LateEntry {
  reference?: string
  procedureId?: string
  permanenceId?: string
  arrivedAt: string
  startedAt?: string
  endedAt?: string
  outcome: 'done' | 'left' | 'missed' | 'waiting'
  priority?: boolean
}
export interface Device {
  id: string
  name: string
  createdAt: string
  lastUsedAt?: string | null
  /** Told once, when the device is made. */
  key?: string
}
export interface NewSeat {
  slotId: string
  procedureId: string
  visitor: { firstName: string; lastName: string; phone?: string; contactBy: 'none' | 'call' }
}

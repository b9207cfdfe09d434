import type { Slot, Text } from '../model'

export type TicketState = 'waiting' | 'called' | 'serving' | 'parked' | 'missed' | 'done' | 'left'
export type TicketAction = 'call' | 'start' | 'park' | 'resume' | 'finish' | 'miss' | 'leave' | 'transfer' | 'undo'
/** Why somebody is where they are in the waiting list. */
export type Reason = 'overtaken' | 'appointment' | 'priority' | 'arrival'
export type Serves = 'all' | 'procedures' | 'permanence'

export interface Estimate {
  fromMinutes: number
  toMinutes: number
}
export interface ProcedureRef {
  id: string
  code: string
  title: Text
}
export interface PartnerRef {
  id: string
  code: string
  name: Text
}

export interface Ticket {
  id: string
  publicId: string
  number: string
  state: TicketState
  origin: 'appointment' | 'walkIn'
  procedure: ProcedureRef
  partner?: PartnerRef | null
  permanenceId?: string | null
  booking?: { reference: string; firstName: string; lastName: string; start: string } | null
  arrivedAt: string
  dueAt?: string | null
  priority: boolean
  counterId?: string | null
  calledAt?: string | null
  startedAt?: string | null
  endedAt?: string | null
  calls: number
  late: boolean
  place?: number | null
  reason?: Reason | null
  estimate?: Estimate | null
  allowed: TicketAction[]
}

export interface Counter {
  id: string
  siteId: string
  name: string
  serves: Serves
  procedureIds: string[]
  permanenceId?: string | null
  open: boolean
  openedBy?: string | null
  ticket?: Ticket | null
  version: number
}
export interface CounterRequest {
  name: string
  serves: Serves
  procedureIds: string[]
  permanenceId?: string
}

/** A house's queue today, as its staff see it. */
export interface Queue {
  seq: number
  siteId: string
  date: string
  now: string
  open: boolean
  counters: Counter[]
  waiting: Ticket[]
  present: Ticket[]
  finished: Ticket[]
  nextByCounter: Record<string, string>
}

export interface BoardCall {
  number: string
  counter: string
  calledAt: string
  times: number
  seq: number
}
/** What the waiting room's screen shows: numbers and desks, never a person. */
export interface Board {
  seq: number
  siteName: string
  zone: string
  now: string
  open: boolean
  calls: BoardCall[]
  waiting: number
}

export interface SiteStatus {
  open: boolean
  closesAt?: string | null
  opensAt?: string | null
  waiting: number
  openCounters: number
  estimate?: Estimate | null
}

/** One's own number, as a phone may see it. */
export interface TicketView {
  number: string
  siteId: string
  siteName: string
  zone: string
  state: TicketState
  ahead?: number | null
  estimate?: Estimate | null
  counter?: string | null
  calledAt?: string | null
  calls: number
  procedure: ProcedureRef
  now: string
}

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

export interface TicketRequest {
  procedureId: string
  permanenceId?: string
  priority?: boolean
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
export type { Slot, Text }

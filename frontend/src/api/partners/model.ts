import type { Ok, Sent, Session, SiteSummary, Text } from '../model'

/** What an agent may do with a session now; the server knows. */
export type SessionAction = 'confirm' | 'unconfirm' | 'delay' | 'handOver' | 'cancel' | 'reinstate' | 'hold'

export interface Colleague {
  username: string
  firstName: string
  lastName: string
}

/** A session as the partner's agents and the house see it. */
export interface AgentSession extends Omit<Session, 'id'> {
  id: string
  version: number
  siteId: string
  site: SiteSummary
  title?: Text
  date: string
  /** The deadline has passed, or the session itself, without a confirmation. */
  unconfirmed: boolean
  confirmBy?: string
  agent?: Colleague
  lateMinutes?: number
  reason?: string
  partnerAttendance?: 'present' | 'absent'
  booked: number
  places: number
  room?: string
  withdrawn: boolean
  actions: SessionAction[]
}

/** A session on the page of its house. */
export type HouseSession = Session & { title?: Text }

/** How many people a fall concerns, and how they hear of it. */
export type Fall = Ok<'/api/v1/sessions/{id}/fall', 'get', 200>

export interface SessionQuery {
  from?: string
  to?: string
  site?: string
  unconfirmed?: boolean
  limit?: number
  cursor?: string
}

export type Outcome = 'attended' | 'absent' | 'excused'
export type VisitResult = 'solved' | 'continued' | 'passedOn' | 'autonomous'

/** What is said of a visit; a correction says it again, whole. */
export interface Mark {
  outcome: Outcome
  papersMissing?: boolean
  result?: VisitResult
  note?: string
}

export interface Attendance extends Mark {
  version: number
  papersMissing: boolean
  at: string
  by: string
}

/** Somebody who comes to a session; how much of the person is told depends on the day. */
export interface SessionBooking {
  reference: string
  start: string
  end: string
  firstName: string
  lastName: string
  phone?: string
  procedure: { id: string; code: string; title: Text }
  documents: { id: string; code: string; label: Text; required: boolean }[]
  followUp: boolean
  status: string
  arrived: boolean
  ticket?: { number: string; state: 'waiting' | 'called' | 'serving' | 'parked' | 'missed' | 'done' | 'left' }
  attendance?: Attendance
}

/** What a link of a mail opens: one session, for one agent, without a login. */
export interface SessionLink {
  state: 'open' | 'used' | 'expired' | 'over' | 'cancelled'
  confirmed: boolean
  start: string
  end: string
  zone: string
  siteName: string
  address: SiteSummary['address']
  partnerName: Text
  booked: number
  agent: string
}

export type ClosingTime = Sent<'/api/v1/sites/{id}/closures', 'post'>

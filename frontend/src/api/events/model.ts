import type { Session, SiteSummary, Text } from '../model'

/** A workshop: one dated group session, booked as one slot. */
export interface EventSession {
  sessionId: string
  permanenceId: string
  siteId: string
  site: SiteSummary
  title: Text
  start: string
  end: string
  state: Session['state']
  capacity: number
  remaining: number
  procedureId: string
  slotId?: string
  mode: Session['mode']
}

export interface EventForm {
  title: Text
  summary: Text
  firstDate: string
  lastDate: string
  published: boolean
}

export interface OpenEvent extends EventForm {
  id: string
  /** Its short address; made of the French title, and never changes. */
  code: string
  sessions: EventSession[]
}

export interface WorkshopForm {
  siteId: string
  title: Text
  date: string
  from: string
  to: string
  capacity: number
  procedureId?: string
  partnerId?: string
  room?: string
}

export interface Count {
  places: number
  booked: number
  attended: number
  absent: number
  excused: number
  unmarked: number
  walkIns: number
}

export interface Figures {
  total: Count
  sessions: { session: EventSession; figures: Count }[]
}

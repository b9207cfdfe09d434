import type { Procedure, Session, SiteSummary, Slot, Text } from '../model'

export type Mode = Session['mode']
export type PartnerRef = NonNullable<Session['partner']>
export type ProcedureRef = Pick<Procedure, 'id' | 'code' | 'title'>

/** A day on which a permanence leaves its rule; both kinds on one day mean "at other times". */
export interface CalendarException {
  date: string
  kind: 'skipped' | 'added'
  from?: string
  to?: string
}

/** What a manager enters and what the server keeps alike. */
interface Terms {
  siteId: string
  rrule: string
  firstDate: string
  untilDate?: string
  from: string
  to: string
  openOnHolidays?: boolean
  mode: Mode
  slotMinutes: number
  capacity: number
  noticeMinutes: number
  horizonDays: number
  changeDeadlineMinutes: number
  exceptions?: CalendarException[]
  room?: string
  titleFr?: string
  titleEn?: string
  confirmHours?: number
  keptPhone?: number
  keptWalkIn?: number
}

export interface PermanenceForm extends Terms {
  partnerId?: string
  procedures: string[]
}

export interface Permanence extends Terms {
  id: string
  host: Session['host']
  partner?: PartnerRef
  procedures: ProcedureRef[]
  /** The event of which it is a workshop. */
  eventId?: string
  followsId?: string
}

/** How much of a series a change is about. */
export type Scope = 'one' | 'following' | 'all'

export interface Conflict {
  kind: 'room' | 'desk' | 'closed' | 'openingHours' | 'holiday' | 'samePartner'
  severity: 'warning' | 'blocking'
  date: string
  start?: string
  end?: string
  permanenceId?: string
  text: string
}

/** A booking that a change would leave without its session or its slot. */
export interface Touched {
  reference: string
  firstName: string
  lastName: string
  start: string
  end: string
  procedure: ProcedureRef
  sessionId?: string
  proposals: Slot[]
}

export interface PreviewSession {
  date: string
  start: string
  end: string
  slots: { start: string; end: string }[]
  sessionId?: string
}

export interface Preview {
  conflicts: Conflict[]
  sessions: PreviewSession[]
  touched: Touched[]
}

export interface ChangeScope {
  permanenceId: string
  scope: Scope
  /** The local day of the occurrence; not for the whole series. */
  date?: string
}

export interface Decision {
  reference: string
  decision: 'keep' | 'move' | 'fall'
  slotId?: string
}

/** Without a form, the one occurrence falls out. */
export interface Change extends ChangeScope {
  form?: PermanenceForm
  decisions: Decision[]
}

export interface Changed {
  permanence: Permanence
  /** The later part of a series that was split. */
  also?: Permanence
  kept: number
  moved: number
  fallen: number
}

/** A session as the staff of its house see it. */
export interface HouseSession {
  id: string
  siteId: string
  permanenceId: string
  title?: Text
  date: string
  start: string
  end: string
  mode: Mode
  state: Session['state']
  unconfirmed: boolean
  host: Session['host']
  partner?: PartnerRef
  site?: SiteSummary
  lateMinutes?: number
  reason?: string
  booked: number
  places: number
  room?: string
  withdrawn: boolean
}

export interface PartnerChoice {
  id: string
  code: string
  name: Text
  bookingUrl?: string
}

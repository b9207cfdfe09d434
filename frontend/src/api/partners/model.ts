import type { Item, Ok, Sent, Session, Text } from '../model'

/** A session as the partner's agents and the house see it; `actions`: what its reader may do now. */
export type AgentSession = Ok<'/api/v1/sessions/{id}', 'get', 200> & { title?: Text; room?: string }
export type SessionAction = AgentSession['actions'][number]
export type Colleague = NonNullable<AgentSession['agent']>
/** Sessions by start. */
export type SessionPage = Ok<'/api/v1/sessions', 'get', 200>

/** A session on the page of its house. */
export type HouseSession = Session & { title?: Text }

/** How many people a cancellation or a closure concerns, and how they hear of it. */
export type Consequences = Ok<'/api/v1/sessions/{id}/cancellation-preview', 'get', 200>

/** What is said of a visit; a correction says it again, whole. */
export type Mark = Sent<'/api/v1/bookings/{reference}/attendance', 'put'>
export type Outcome = Mark['outcome']
export type VisitResult = NonNullable<Mark['result']>
export type Attendance = Ok<'/api/v1/bookings/{reference}/attendance', 'put', 200>
/** Somebody who comes to a session; how much of the person is told depends on the day. */
export type SessionBooking = Item<Ok<'/api/v1/sessions/{id}/bookings', 'get', 200>>

/** What one tap for everybody did, and whom it left out. */
export type AllPresent = Ok<'/api/v1/sessions/{id}/all-present', 'post', 200>
export type NotMarked = AllPresent['notMarked'][number]

/** Somebody who came to a session without an appointment: a number, never a name. */
export type WalkIn = Item<Ok<'/api/v1/sessions/{id}/walk-ins', 'get', 200>>

/** What a link of a mail opens: one session, for one agent, without a login. */
export type SessionLink = Ok<'/api/v1/session-links/{id}', 'get', 200>

export type ClosingTime = Sent<'/api/v1/sites/{id}/closures', 'post'>

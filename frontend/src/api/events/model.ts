import type { Ok, Sent } from '../model'

export type OpenEvent = Ok<'/api/v1/events/{code}', 'get', 200>
/** A workshop: one dated group session, booked as one slot. */
export type EventSession = OpenEvent['sessions'][number]
export type EventForm = Sent<'/api/v1/events', 'post'>
export type WorkshopForm = Sent<'/api/v1/events/{code}/workshops', 'post'>
export type Figures = Ok<'/api/v1/events/{code}/figures', 'get', 200>

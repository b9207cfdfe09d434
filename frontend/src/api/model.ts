import type { components, paths } from './schema'

// The names of the contract's schemas belong to the backend; these are taken from the answers themselves,
// so a renamed schema breaks nothing here and a changed answer breaks the type check.
type Json<R> = R extends { content: { 'application/json': infer Body } } ? Body : never
export type Ok<Path extends keyof paths, Method extends keyof paths[Path], Code> = paths[Path][Method] extends {
  responses: infer R
}
  ? Code extends keyof R
    ? Json<R[Code]>
    : never
  : never
export type Item<List> = List extends { items: (infer T)[] } ? T : never

/** What a request carries. */
export type Sent<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  requestBody?: { content: { 'application/json': infer Body } }
}
  ? Body
  : never

export type Configuration = Ok<'/api/v1/configuration', 'get', 200>
export type Place = Item<Ok<'/api/v1/places', 'get', 200>>
export type Procedure = Item<Ok<'/api/v1/procedures', 'get', 200>>
export type SiteList = Ok<'/api/v1/sites', 'get', 200>
export type SiteSummary = Item<SiteList>
export type Site = Ok<'/api/v1/sites/{id}', 'get', 200>
export type Session = Item<Ok<'/api/v1/sites/{id}/sessions', 'get', 200>>
export type CommuneSession = Item<Ok<'/api/v1/communes/{insee}/next-sessions', 'get', 200>>
export type Slot = Item<Ok<'/api/v1/slots', 'get', 200>>
export type Hold = Ok<'/api/v1/holds', 'post', 201>
export type Booking = Ok<'/api/v1/bookings/{reference}', 'get', 200>
/** What the paper of a booking says, as it is now. */
export type Slip = Ok<'/api/v1/booking-openings', 'post', 200>
export type NewBooking = Ok<'/api/v1/bookings', 'post', 201>
export type BookingRequest = NonNullable<
  paths['/api/v1/bookings']['post']['requestBody']
>['content']['application/json']
/** A computation that is asked for first, as ALTCHA knows it. */
export type ProofChallenge = components['schemas']['ProofChallenge']
export type Visitor = BookingRequest['visitor']
export type Me = Ok<'/api/v1/me', 'get', 200>
export type Text = { fr: string; en: string }
export type OpeningRange = Site['openingHours'][number]
export type Closure = Site['closures'][number]

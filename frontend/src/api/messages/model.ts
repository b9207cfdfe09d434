import type { Booking, Item, Ok, Sent } from '../model'
export type { Tagged } from '../client'

export type ContactBy = Booking['visitor']['contactBy']
/** The person of a booking as staff put them right. */
export type VisitorCorrection = Sent<'/api/v1/bookings/{reference}/visitor', 'put'>
export type BookingMessage = Item<Ok<'/api/v1/bookings/{reference}/messages', 'get', 200>>
export type MessageKind = BookingMessage['kind']
export type MessageState = BookingMessage['state']
/** Days before (0: none), local times of the house. */
export type MessageSettings = Ok<'/api/v1/sites/{id}/message-settings', 'get', 200>
/** A house's words by kind and language, and what the product fills in. */
export type WordsList = Ok<'/api/v1/sites/{id}/message-templates', 'get', 200>
export type KindTemplate = Item<WordsList>
export type Words = KindTemplate['words']
export type Placeholder = WordsList['placeholders'][number]
export type WordsPreview = Ok<'/api/v1/sites/{id}/message-templates/{kind}/{language}/preview', 'post', 200>
/** A message that was kept on this machine instead of being sent. */
export type KeptMessage = Item<Ok<'/api/v1/local-outbox', 'get', 200>>

/** The wish for an earlier slot, and the one that is kept for this person just now. */
export type WaitlistEntry = Ok<'/api/v1/bookings/{reference}/waitlist-entry', 'get', 200>

/** Whom to call on a local day of a house. */
export type CallSheet = Ok<'/api/v1/sites/{id}/call-sheet', 'get', 200>
export type Call = Item<CallSheet>
/** What came of a call; `slotId` for `moved`. */
export type CallOutcome = Sent<'/api/v1/calls/{id}/result', 'post'>
export type CallResult = CallOutcome['result']

import type { Booking, Item, Ok, Procedure } from '../model'

export type ContactBy = Booking['visitor']['contactBy']
export type BookingMessage = Item<Ok<'/api/v1/bookings/{reference}/messages', 'get', 200>>
export type MessageKind = BookingMessage['kind']
export type MessageState = BookingMessage['state']
/** Days before (0: none), local times of the house. */
export type MessageSettings = Ok<'/api/v1/sites/{id}/message-settings', 'get', 200>
/** A house's words by kind and language, and what the product fills in. */
export type WordsList = Ok<'/api/v1/sites/{id}/message-words', 'get', 200>
export type KindWords = Item<WordsList>
export type Words = KindWords['words']
export type Placeholder = WordsList['placeholders'][number]
export type WordsPreview = Ok<'/api/v1/sites/{id}/message-words/{kind}/{language}/preview', 'post', 200>
/** A message that was kept on this machine instead of being sent. */
export type KeptMessage = Item<Ok<'/api/v1/local-outbox', 'get', 200>>

/** The wish for an earlier slot, and the one that is kept for this person just now. */
export type EarlierSlot = Ok<'/api/v1/bookings/{reference}/earlier-slot', 'get', 200>

// Below: written by hand after the agreed shapes, until the operations stand in openapi.yaml.

export type CallResult = 'reached' | 'noAnswer' | 'moved' | 'cancelled'

export interface Call {
  id: string
  kind: MessageKind
  why: 'asked' | 'landline' | 'bounced' | 'refused' | 'noChannel'
  state: MessageState | 'noAnswer'
  dueAt: string
  reference: string
  status: Booking['status']
  firstName: string
  lastName: string
  phone?: string
  bookedBy?: string
  language: string
  start: string
  end: string
  previousStart?: string
  procedure: Booking['procedure']
  documents: Procedure['documents']
  attempts: number
  lastResult?: { result: CallResult; at: string; by: string; note?: string }
  /** What to say, whole sentences in the person's language. */
  tell: string
}
export interface CallSheet {
  date: string
  items: Call[]
}
export interface CallOutcome {
  result: CallResult
  /** For `moved`. */
  slotId?: string
  note?: string
}

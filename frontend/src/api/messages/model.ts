import type { Booking, Procedure, Slot } from '../model'

// Written by hand after the agreed shapes, until the operations stand in openapi.yaml.

export type Channel = 'email' | 'sms' | 'call'
export type ContactBy = Booking['visitor']['contactBy']
export type MessageKind = 'confirmation' | 'reminder' | 'morningReminder' | 'moved' | 'cancelled' | 'earlierSlot'
export type CallResult = 'reached' | 'noAnswer' | 'moved' | 'cancelled'
export type MessageState = 'waiting' | 'sent' | 'delivered' | 'bounced' | 'refused' | 'superseded' | 'expired' | CallResult

/** The wish for an earlier slot, and the one that is kept for this person just now. */
export interface EarlierSlot {
  wished: boolean
  possible: boolean
  offer?: EarlierOffer
}
export interface EarlierOffer {
  id: string
  slot: Slot
  holdId: string
  expiresAt: string
}

export interface BookingMessage {
  id: string
  kind: MessageKind
  channel: Channel
  state: MessageState
  to?: string
  language: string
  dueAt: string
  sentAt?: string
  settledAt?: string
  attempts: number
  nextAttemptAt?: string
  segments?: number
  reason?: string
  reasonText?: string
  subject?: string
  body?: string
  resendable: boolean
  resent: boolean
}

/** Days before (0: none), local times of the house. */
export interface MessageSettings {
  reminderDays: number
  reminderTime: string
  morningReminder: boolean
  morningTime: string
  quietFrom: string
  quietTo: string
  earlierSlots: boolean
}

export interface Words {
  subject: string
  opening: string
  closing: string
  sms: string
}
export interface KindWords {
  kind: MessageKind
  language: 'fr' | 'en'
  /** The house wrote its own; else they are the product's. */
  own: boolean
  words: Words
  defaults: Words
}
export interface Placeholder {
  name: string
  label: string
}
export interface WordsList {
  items: KindWords[]
  placeholders: Placeholder[]
}
export interface WordsPreview {
  subject: string
  text: string
  html: string
  sms: string
  characters: number
  segments: number
  unicode: boolean
}

export interface Call {
  id: string
  kind: MessageKind
  why: 'asked' | 'landline' | 'bounced' | 'refused' | 'noChannel'
  state: MessageState
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

/** A message that was kept on this machine instead of being sent. */
export interface KeptMessage {
  id: string
  channel: Channel
  to: string
  kind: MessageKind
  language: string
  subject?: string
  text: string
  html?: string
  link?: string
  calendar?: string
  sentAt: string
}

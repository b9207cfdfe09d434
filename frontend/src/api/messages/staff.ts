import { ifSeen } from '../bookings'
import { answer, answerTagged, type Tagged } from '../client'
import type { Booking } from '../model'
import { staff } from '../bearer'
import type { BookingMessage, Call, CallOutcome, CallSheet, WaitlistEntry, KindTemplate, MessageSettings, VisitorCorrection, Words, WordsList, WordsPreview } from './model'

const booking = (reference: string) => ({ params: { path: { reference } } })
const asSeen = (seen: Booking) => ({ params: { path: { reference: seen.reference }, header: ifSeen(seen) } })
const site = (id: string) => ({ params: { path: { id } } })

export function readBookingAsStaff(reference: string): Promise<Booking> {
  return answer(staff.GET('/api/v1/bookings/{reference}', booking(reference)))
}

/** `told`: the person knows already, so nobody need call; e-mails and SMS still go. */
export function cancelAsStaff(seen: Booking, told: boolean): Promise<Booking> {
  return answer(staff.POST('/api/v1/bookings/{reference}/cancellation', { ...asSeen(seen), body: { told } }))
}

export function moveAsStaff(seen: Booking, slotId: string, told: boolean): Promise<Booking> {
  return answer(staff.POST('/api/v1/bookings/{reference}/reschedule', { ...asSeen(seen), body: { slotId, told } }))
}

const VISITOR = '/api/v1/bookings/{reference}/visitor'

export function readVisitor(reference: string): Promise<Tagged<{ visitor: Booking['visitor'] }>> {
  return answerTagged(staff.GET(VISITOR, booking(reference)))
}

export function correctVisitor(reference: string, body: VisitorCorrection, etag: string): Promise<Tagged<{ visitor: Booking['visitor'] }>> {
  return answerTagged(staff.PUT(VISITOR, { params: { path: { reference }, header: { 'If-Match': etag } }, body }))
}

const EARLIER = '/api/v1/bookings/{reference}/waitlist-entry'

export function readWaitlistEntryAsStaff(reference: string): Promise<WaitlistEntry> {
  return answer(staff.GET(EARLIER, booking(reference)))
}

/** For somebody who asks on the telephone; the offer goes to the person as always. */
export function joinWaitlistAsStaff(reference: string): Promise<WaitlistEntry> {
  return answer(staff.PUT(EARLIER, booking(reference)))
}

export function leaveWaitlistAsStaff(reference: string): Promise<WaitlistEntry> {
  return answer(staff.DELETE(EARLIER, booking(reference)))
}

export async function listMessages(reference: string): Promise<BookingMessage[]> {
  return (await answer(staff.GET('/api/v1/bookings/{reference}/messages', booking(reference)))).items
}

export function resendMessage(id: string, key: string): Promise<BookingMessage> {
  return answer(staff.POST('/api/v1/messages/{id}/resend', { params: { path: { id }, header: { 'Idempotency-Key': key } } }))
}

/** Whom to call on a local day of the house; today unless another is given. */
export function readCallSheet(id: string, date?: string): Promise<CallSheet> {
  return answer(staff.GET('/api/v1/sites/{id}/call-sheet', { params: { path: { id }, query: { date } } }))
}

export function settleCall(id: string, outcome: CallOutcome): Promise<Call> {
  return answer(staff.POST('/api/v1/calls/{id}/result', { params: { path: { id } }, body: outcome }))
}

export function readMessageSettings(id: string): Promise<Tagged<MessageSettings>> {
  return answerTagged(staff.GET('/api/v1/sites/{id}/message-settings', site(id)))
}

export function saveMessageSettings(id: string, { data, etag }: Tagged<MessageSettings>): Promise<Tagged<MessageSettings>> {
  const params = { path: { id }, header: { 'If-Match': etag } }
  return answerTagged(staff.PUT('/api/v1/sites/{id}/message-settings', { params, body: data }))
}

export function readWords(id: string): Promise<WordsList> {
  return answer(staff.GET('/api/v1/sites/{id}/message-templates', site(id)))
}

export interface WordsPlace {
  id: string
  kind: KindTemplate['kind']
  language: KindTemplate['language']
}
/** And which of its versions has been seen. */
export type SeenWords = WordsPlace & Pick<KindTemplate, 'version'>
const WORDS = '/api/v1/sites/{id}/message-templates/{kind}/{language}'
const place = (path: WordsPlace) => ({ params: { path } })

const seen = ({ version, ...path }: SeenWords) => ({ params: { path, header: { 'If-Match': `"${version}"` } } })

export function saveWords(at: SeenWords, body: Words): Promise<KindTemplate> {
  return answer(staff.PUT(WORDS, { ...seen(at), body }))
}

/** The product's own words again. */
export async function dropWords(at: SeenWords): Promise<void> {
  await answer(staff.DELETE(WORDS, seen(at)))
}

/** What somebody would receive, with an example's values; nothing is kept. */
export function previewWords(at: WordsPlace, body: Words): Promise<WordsPreview> {
  return answer(staff.POST(`${WORDS}/preview`, { ...place(at), body }))
}

import type { BookingKey } from '../bookings'
import { answer, answerDated, client } from '../client'
import type { Booking } from '../model'
import type { ContactBy, WaitlistEntry } from './model'

const opening = ({ reference, secret }: BookingKey) => ({ path: { reference }, header: { 'Booking-Secret': secret } })
const EARLIER = '/api/v1/bookings/{reference}/waitlist-entry'

export function chooseContact(key: BookingKey, contactBy: ContactBy): Promise<Booking> {
  return answer(client.PUT('/api/v1/bookings/{reference}/contact-by', { params: opening(key), body: { contactBy } }))
}

/** With the server's own time, by which the offer runs out; null when it did not say. */
export async function readWaitlistEntry(key: BookingKey): Promise<WaitlistEntry & { now: string | null }> {
  const { data, date } = await answerDated(client.GET(EARLIER, { params: opening(key) }))
  return { ...data, now: date }
}

export function joinWaitlist(key: BookingKey): Promise<WaitlistEntry> {
  return answer(client.PUT(EARLIER, { params: opening(key) }))
}

export function leaveWaitlist(key: BookingKey): Promise<WaitlistEntry> {
  return answer(client.DELETE(EARLIER, { params: opening(key) }))
}

/** Leaves the offered slot to the next person. */
export function declineOffer(key: BookingKey): Promise<WaitlistEntry> {
  return answer(client.POST(`${EARLIER}/refusal`, { params: opening(key) }))
}

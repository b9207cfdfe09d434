import { answer } from '../client'
import type { Booking } from '../model'
import { as, looseStaff } from './loose'
import type { Attendance, Mark, SessionBooking } from './model'

const session = (id: string) => ({ params: { path: { id } } })
const booking = (reference: string, header = {}) => ({ params: { path: { reference }, header } })
type People = { items: SessionBooking[] }

/** Who comes to a session, by time. */
export async function listPeople(id: string): Promise<SessionBooking[]> {
  return (await answer(as<People>(looseStaff.GET('/api/v1/sessions/{id}/bookings', session(id))))).items
}

/** Marks a visit, or corrects the version that was seen; 0 when none was. */
export function markVisit(reference: string, seen: number, mark: Mark): Promise<Attendance> {
  const header = { 'If-Match': `"${seen}"` }
  return answer(as<Attendance>(looseStaff.PUT('/api/v1/bookings/{reference}/attendance', { ...booking(reference, header), body: mark })))
}

/** Every version, the first one first. */
export async function listMarks(reference: string): Promise<Attendance[]> {
  type Marks = { versions: Attendance[] }
  return (await answer(as<Marks>(looseStaff.GET('/api/v1/bookings/{reference}/attendance', booking(reference))))).versions
}

/** Marks as there whoever has no mark yet. */
export async function markAllPresent(id: string): Promise<SessionBooking[]> {
  return (await answer(as<People>(looseStaff.POST('/api/v1/sessions/{id}/all-present', session(id))))).items
}

export async function undoAllPresent(id: string): Promise<SessionBooking[]> {
  return (await answer(as<People>(looseStaff.POST('/api/v1/sessions/{id}/all-present/undo', session(id))))).items
}

/** The next appointment of the same person; the same key books once. */
export function bookFollowUp(reference: string, slotId: string, procedureId: string, key: string): Promise<Booking> {
  const params = booking(reference, { 'Idempotency-Key': key })
  return answer(as<Booking>(looseStaff.POST('/api/v1/bookings/{reference}/follow-up', { ...params, body: { slotId, procedureId } })))
}

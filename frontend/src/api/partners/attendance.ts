import { staff } from '../bearer'
import { answer } from '../client'
import type { Booking } from '../model'
import type { AllPresent, Attendance, Mark, SessionBooking, WalkIn } from './model'

const session = (id: string) => ({ params: { path: { id } } })
const MARK = '/api/v1/bookings/{reference}/attendance'

/** Who comes to a session, by time. */
export async function listPeople(id: string): Promise<SessionBooking[]> {
  return (await answer(staff.GET('/api/v1/sessions/{id}/bookings', session(id)))).items
}

/** Marks a visit, or corrects the version that was seen; 0 when none was. */
export function markVisit(reference: string, seen: number, body: Mark): Promise<Attendance> {
  return answer(staff.PUT(MARK, { params: { path: { reference }, header: { 'If-Match': `"${seen}"` } }, body }))
}

/** What is noted, as a correction says it again: whole. */
export function restated(noted: Attendance): Mark {
  const { outcome, papersMissing, result, note, channel, followUp, passedOnTo, ageBand, insee, aidantsConnect, administrationPlus } = noted
  const { procedures, partner, documents, passedOnPartner } = noted
  return {
    outcome,
    papersMissing,
    result,
    note,
    channel,
    followUp,
    passedOnTo,
    ageBand,
    insee,
    aidantsConnect,
    administrationPlus,
    procedureIds: procedures.map(({ id }) => id),
    partnerId: partner?.id,
    documentIds: documents.map(({ id }) => id),
    passedOnPartnerId: passedOnPartner?.id,
  }
}

/** Takes back all that was said of a visit, as far as it was seen. */
export async function unmarkVisit(reference: string, seen: number): Promise<void> {
  await answer(staff.DELETE(MARK, { params: { path: { reference }, header: { 'If-Match': `"${seen}"` } } }))
}

/** Who came without an appointment, by arrival. */
export async function listWalkIns(id: string): Promise<WalkIn[]> {
  return (await answer(staff.GET('/api/v1/sessions/{id}/walk-ins', session(id)))).items
}

/** The same as `markVisit` for somebody without an appointment. */
export function markWalkIn(id: string, seen: number, body: Mark): Promise<Attendance> {
  return answer(staff.PUT('/api/v1/tickets/{id}/attendance', { params: { path: { id }, header: { 'If-Match': `"${seen}"` } }, body }))
}

export async function unmarkWalkIn(id: string, seen: number): Promise<void> {
  await answer(staff.DELETE('/api/v1/tickets/{id}/attendance', { params: { path: { id }, header: { 'If-Match': `"${seen}"` } } }))
}

/** Every version, the first one first; also those taken back. */
export async function listMarks(reference: string): Promise<Attendance[]> {
  return (await answer(staff.GET(MARK, { params: { path: { reference } } }))).versions
}

/** Marks as there whose time has come and of whom nothing is said. */
export function markAllPresent(id: string): Promise<AllPresent> {
  return answer(staff.POST('/api/v1/sessions/{id}/all-present', session(id)))
}

export async function undoAllPresent(id: string): Promise<SessionBooking[]> {
  return (await answer(staff.POST('/api/v1/sessions/{id}/all-present/undo', session(id)))).items
}

/** The next appointment of the same person; the same key books once. */
export function bookFollowUp(reference: string, slotId: string, procedureId: string, key: string): Promise<Booking> {
  const params = { path: { reference }, header: { 'Idempotency-Key': key } }
  return answer(staff.POST('/api/v1/bookings/{reference}/follow-up', { params, body: { slotId, procedureId } }))
}

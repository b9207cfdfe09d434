import { staff } from '../bearer'
import { answer } from '../client'
import type { AgentSession, Colleague, Consequences, SessionPage } from './model'

export interface SessionQuery {
  /** Local days of the houses; `to` is excluded. */
  from?: string
  to?: string
  site?: string
  unconfirmed?: boolean
  limit?: number
  cursor?: string
}

const at = (id: string) => ({ params: { path: { id } } })

/** Sessions that this agent may see, by start; four weeks from today unless days are given. */
export function listAgentSessions(query: SessionQuery): Promise<SessionPage> {
  return answer(staff.GET('/api/v1/sessions', { params: { query } }))
}

export function readSession(id: string): Promise<AgentSession> {
  return answer(staff.GET('/api/v1/sessions/{id}', at(id)))
}

export function confirmSession(id: string): Promise<AgentSession> {
  return answer(staff.POST('/api/v1/sessions/{id}/confirmation', at(id)))
}

export function unconfirmSession(id: string): Promise<AgentSession> {
  return answer(staff.DELETE('/api/v1/sessions/{id}/confirmation', at(id)))
}

/** 0 takes the announced delay back. */
export function delaySession(id: string, minutes: number): Promise<AgentSession> {
  return answer(staff.POST('/api/v1/sessions/{id}/delay', { ...at(id), body: { minutes } }))
}

export function handOver(id: string, agent: string): Promise<AgentSession> {
  return answer(staff.POST('/api/v1/sessions/{id}/handover', { ...at(id), body: { agent } }))
}

export function holdSession(id: string, partnerAttendance: 'present' | 'absent'): Promise<AgentSession> {
  return answer(staff.POST('/api/v1/sessions/{id}/held', { ...at(id), body: { partnerAttendance } }))
}

/** Those who are told already are not booked again. */
export async function reinstateSession(id: string): Promise<void> {
  await answer(staff.POST('/api/v1/sessions/{id}/reinstatement', at(id)))
}

export async function listColleagues(id: string): Promise<Colleague[]> {
  return (await answer(staff.GET('/api/v1/sessions/{id}/colleagues', at(id)))).items
}

/** Whom it would concern that the partner leaves then; nothing happens yet. */
export function previewStop(id: string, at: string): Promise<Consequences> {
  return answer(staff.GET('/api/v1/sessions/{id}/stop-preview', { params: { path: { id }, query: { at } } }))
}

/** It was held until then; who would have come after loses the appointment and is told once. */
export function stopSession(id: string, at: string, reason: string): Promise<Consequences> {
  return answer(staff.POST('/api/v1/sessions/{id}/stop', { params: { path: { id } }, body: reason ? { at, reason } : { at } }))
}

/** Whom a cancellation would concern; nothing happens yet. */
export function previewCancellation(id: string): Promise<Consequences> {
  return answer(staff.GET('/api/v1/sessions/{id}/cancellation-preview', at(id)))
}

/** From this second nobody can book; everybody booked is told once. */
export function cancelSession(id: string, reason: string): Promise<Consequences> {
  return answer(staff.POST('/api/v1/sessions/{id}/cancellation', { ...at(id), body: { reason } }))
}

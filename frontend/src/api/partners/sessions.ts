import { staff } from '../bearer'
import { answer } from '../client'
import { as, looseStaff } from './loose'
import type { AgentSession, Colleague, Fall, SessionQuery } from './model'

export interface SessionPage {
  items: AgentSession[]
  nextCursor?: string | null
}

const at = (id: string) => ({ params: { path: { id } } })

/** Sessions that this agent may see, by start; four weeks from today unless days are given. */
export function listAgentSessions(query: SessionQuery): Promise<SessionPage> {
  return answer(as<SessionPage>(looseStaff.GET('/api/v1/sessions', { params: { query } })))
}

export function readSession(id: string): Promise<AgentSession> {
  return answer(as<AgentSession>(looseStaff.GET('/api/v1/sessions/{id}', at(id))))
}

function command(id: string, what: string, body?: object): Promise<AgentSession> {
  return answer(as<AgentSession>(looseStaff.POST(`/api/v1/sessions/{id}/${what}`, { ...at(id), body })))
}

export const confirmSession = (id: string) => command(id, 'confirmation')

export function unconfirmSession(id: string): Promise<AgentSession> {
  return answer(as<AgentSession>(looseStaff.DELETE('/api/v1/sessions/{id}/confirmation', at(id))))
}

/** 0 takes the announced delay back. */
export const delaySession = (id: string, minutes: number) => command(id, 'delay', { minutes })

export const handOver = (id: string, agent: string) => command(id, 'handover', { agent })

export const holdSession = (id: string, partnerAttendance: 'present' | 'absent') => command(id, 'held', { partnerAttendance })

/** Those who are told already are not booked again. */
export async function reinstateSession(id: string): Promise<AgentSession> {
  await answer(staff.POST('/api/v1/sessions/{id}/reinstatement', at(id)))
  return readSession(id)
}

export async function listColleagues(id: string): Promise<Colleague[]> {
  return (await answer(as<{ items: Colleague[] }>(looseStaff.GET('/api/v1/sessions/{id}/colleagues', at(id))))).items
}

/** Whom a cancellation would concern; nothing happens yet. */
export function readFall(id: string): Promise<Fall> {
  return answer(staff.GET('/api/v1/sessions/{id}/fall', at(id)))
}

/** From this second nobody can book; everybody booked is told once. */
export function cancelSession(id: string, reason: string): Promise<Fall> {
  return answer(staff.POST('/api/v1/sessions/{id}/cancellation', { ...at(id), body: { reason } }))
}

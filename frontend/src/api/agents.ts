import { staff } from './bearer'
import { answer, answerTagged, client } from './client'
import type { components } from './schema'

export type Agent = components['schemas']['Agent']
export type AgentDraft = components['schemas']['AgentDraft']
export type AgentChange = components['schemas']['AgentChange']
export type AgentRole = Agent['assignments'][number]['role']
export type AgentStanding = Agent['standing']
export type Entry = components['schemas']['Entry']
export type FirstAdministrator = components['schemas']['FirstAdministrator']

export interface AgentFilter {
  q: string
  standing: AgentStanding | ''
  role: AgentRole | ''
  site: string
  sort: 'username' | 'name'
}

interface Page<T> {
  items: T[]
  nextCursor?: string | null
}

const AGENT = '/api/v1/agents/{id}'
const path = (id: string) => ({ path: { id } })

/** A page of those whom the caller may see; empty words of the filter are none. */
export function listAgents(filter: AgentFilter, cursor?: string, limit?: number): Promise<Page<Agent>> {
  const query = { q: filter.q.trim() || undefined, standing: filter.standing || undefined, role: filter.role || undefined, site: filter.site || undefined, sort: filter.sort, cursor, limit }
  return answer(staff.GET('/api/v1/agents', { params: { query } }))
}

/** With the version that an edit must carry. */
export function readAgent(id: string): Promise<{ data: Agent; etag: string }> {
  return answerTagged(staff.GET(AGENT, { params: path(id) }))
}

export async function readAgentHistory(id: string): Promise<AgentChange[]> {
  return (await answer(staff.GET(`${AGENT}/history`, { params: path(id) }))).items
}

export function createAgent(body: AgentDraft): Promise<Agent> {
  return answer(staff.POST('/api/v1/agents', { body }))
}

export function changeAgent(id: string, etag: string, body: AgentDraft): Promise<Agent> {
  return answer(staff.PUT(AGENT, { params: { ...path(id), header: { 'If-Match': etag } }, body }))
}

/** Another mail with a link; the older one leads nowhere any more. */
export function inviteAgent(id: string): Promise<Agent> {
  return answer(staff.POST(`${AGENT}/invitation`, { params: path(id) }))
}

export function disableAgent(id: string, etag: string): Promise<Agent> {
  return answer(staff.POST(`${AGENT}/disabling`, { params: { ...path(id), header: { 'If-Match': etag } } }))
}

export function bringAgentBack(id: string, etag: string): Promise<Agent> {
  return answer(staff.POST(`${AGENT}/return`, { params: { ...path(id), header: { 'If-Match': etag } } }))
}

export async function listPartners() {
  return (await answer(client.GET('/api/v1/partners'))).items
}

const LINK = '/api/v1/entry-links/{id}'
const link = (id: string, secret: string) => ({ params: { ...path(id), header: { 'Link-Secret': secret } } })

/** A password for one login, for whoever has the link of an invitation; once. */
export function takePassword(id: string, secret: string): Promise<Entry> {
  return answer(client.POST(`${LINK}/password`, link(id, secret)))
}

export function becomeFirstAdministrator(id: string, secret: string, body: FirstAdministrator): Promise<Entry> {
  return answer(client.POST(`${LINK}/first-administrator`, { ...link(id, secret), body }))
}

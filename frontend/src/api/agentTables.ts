import type { AgentFilter } from './agents'
import { staff } from './bearer'
import { answer } from './client'
import type { Ok } from './model'
import { asItIs } from './registers'

/** What a table of agents would change, row by row. */
export type AgentDifferences = Ok<'/api/v1/imports/tables/agents/preview', 'post', 200>

/** A table that was brought in. */
export type AgentImport = Ok<'/api/v1/imports/tables/agents/{id}/undo', 'post', 200>

const TABLE = '/api/v1/imports/tables/agents'

/** All whom the filter finds, as the server writes tables. */
export function exportAgents({ q, standing, role, site }: AgentFilter): Promise<string> {
  const query = { q: q.trim() || undefined, standing: standing || undefined, role: role || undefined, site: site || undefined }
  return answer(staff.GET(`${TABLE}/file`, { params: { query }, parseAs: 'text' }) as Promise<{ data?: string; response: Response }>)
}

export function previewAgents(file: Blob): Promise<AgentDifferences> {
  return answer(staff.POST(`${TABLE}/preview`, asItIs(file)))
}

export function importAgents(file: Blob, digest: string): Promise<AgentDifferences> {
  return answer(staff.POST(`${TABLE}/file`, { params: { query: { digest } }, ...asItIs(file) }))
}

/** All for who runs the network, their own for a manager; the newest first. */
export async function listAgentImports(): Promise<AgentImport[]> {
  const { items } = await answer(staff.GET(TABLE))
  return items
}

export function undoAgentImport(id: string): Promise<AgentImport> {
  return answer(staff.POST(`${TABLE}/{id}/undo`, { params: { path: { id } } }))
}

import type { AgentFilter } from './agents'
import { staff } from './bearer'
import { answer } from './client'
import type { Ok } from './model'
import { asItIs } from './registers'

/** What a table of agents would change, row by row. */
export type AgentDifferences = Ok<'/api/v1/imports/tables/agents/preview', 'post', 200>

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

import { staff } from '../bearer'
import { answer } from '../client'
import type { Ok } from '../model'

/** What became of a house's sessions, and who came to them. */
export type SessionReport = Ok<'/api/v1/sites/{id}/session-report', 'get', 200>

/** Local days of the house; `to` is excluded. */
export function readSessionReport(site: string, from: string, to: string): Promise<SessionReport> {
  return answer(staff.GET('/api/v1/sites/{id}/session-report', { params: { path: { id: site }, query: { from, to } } }))
}

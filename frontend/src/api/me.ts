import { answer, client } from './client'
import type { Me } from './model'

/** Who the agent is and where they may act. */
export function readMe(token: string): Promise<Me> {
  return answer(client.GET('/api/v1/me', { headers: { Authorization: `Bearer ${token}` } }))
}

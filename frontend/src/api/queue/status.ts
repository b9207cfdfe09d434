import { answer, client } from '../client'
import type { SiteStatus } from './model'

/** Whether it is worth coming now, and whether who comes gets a number. A kiosk asks it, too: no stream comes with it. */
export function readStatus(id: string): Promise<SiteStatus> {
  return answer(client.GET('/api/v1/sites/{id}/status', { params: { path: { id } } }))
}

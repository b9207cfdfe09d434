import { answer, client } from '../client'
import type { SessionLink } from './model'

/** A link of a mail: its id, and the secret that stands in the address's fragment. */
export interface LinkKey {
  id: string
  secret: string
}

const opening = ({ id, secret }: LinkKey) => ({ params: { path: { id }, header: { 'Link-Secret': secret } } })

export function readLink(key: LinkKey): Promise<SessionLink> {
  return answer(client.GET('/api/v1/session-links/{id}', opening(key)))
}

export function confirmByLink(key: LinkKey): Promise<SessionLink> {
  return answer(client.POST('/api/v1/session-links/{id}/confirmation', opening(key)))
}

import { answer, client } from '../client'
import type { KeptMessage } from './model'

/** What this machine kept instead of sending it; 404 wherever messages really go out. */
export async function readLocalOutbox(): Promise<KeptMessage[]> {
  return (await answer(client.GET('/api/v1/local-outbox'))).items
}

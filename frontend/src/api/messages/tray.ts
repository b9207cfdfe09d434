import { client } from '../client'
import type { KeptMessage } from './model'
import { ask } from './plain'

/** What this machine kept instead of sending it; 404 wherever messages really go out. */
export async function readLocalOutbox(): Promise<KeptMessage[]> {
  return (await ask<{ items: KeptMessage[] }>(client, 'GET', '/local-outbox')).items
}

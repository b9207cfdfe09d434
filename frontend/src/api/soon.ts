import type { Client } from 'openapi-fetch'
import type { paths } from './schema'

type Exchange<T> = Promise<{ data?: T; error?: unknown; response: Response }>
interface Asking {
  params?: { path?: Record<string, string>; query?: Record<string, unknown>; header?: Record<string, string> }
  body?: unknown
}
type Ask = <T>(address: string, asking?: Asking) => Exchange<T>

/** Addresses that the contract is about to have; each goes back to the typed client once it is there. */
export const soon = (client: Client<paths>) => client as unknown as Record<'GET' | 'POST' | 'PUT' | 'DELETE', Ask>

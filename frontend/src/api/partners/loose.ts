import { staff } from '../bearer'
import { client } from '../client'

// Addresses that the contract does not know yet; each moves to the typed clients as soon as it does.
interface Said {
  data?: unknown
  error?: unknown
  response: Response
}
type Ask = (path: string, options?: object) => Promise<Said>
type Loose = Record<'GET' | 'POST' | 'PUT' | 'DELETE', Ask>

export const looseStaff = staff as unknown as Loose
export const loosePublic = client as unknown as Loose

/** The same exchange, said to carry a T. */
export async function as<T>(exchange: Promise<Said>): Promise<{ data?: T; error?: unknown; response: Response }> {
  return (await exchange) as { data?: T; error?: unknown; response: Response }
}

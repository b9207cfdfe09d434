import { connect } from './client'

type Bearer = () => Promise<string | null>

let bearer: Bearer = async () => null
let refused: () => void = () => undefined

/** Said once by login/: where the token of the agent comes from, and whom to tell when the API no longer takes it. */
export function bearerFrom(read: Bearer, whenRefused: () => void): void {
  bearer = read
  refused = whenRefused
}

export async function bearerHeader(): Promise<Record<string, string>> {
  const token = await bearer()
  return token ? { Authorization: `Bearer ${token}` } : {}
}

export function sessionRefused(): void {
  refused()
}

/** The API as the logged-in agent sees it. */
export const staff = connect()

staff.use({
  async onRequest({ request }) {
    for (const [name, value] of Object.entries(await bearerHeader())) request.headers.set(name, value)
    return request
  },
  onResponse({ response }) {
    if (response.status === 401) sessionRefused()
  },
})

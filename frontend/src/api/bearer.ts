import { connect, send } from './client'
import { ApiProblem } from './problem'

/** Who is logged in, as login/ knows it. */
export interface Login {
  /**
   * The bearer token of the agent; null when the login has ended.
   * @throws NoAnswer when the login service does not say
   */
  token: () => Promise<string | null>
  /** The API does not take this token, whatever its date says. */
  refused: (token: string) => void
  /** Something was to be read: nobody waits for it, but the screen shows that it is no longer up to date. */
  ended: () => void
  /** Something was to be done: waits until the same agent is back, and throws when they will not be. */
  regain: () => Promise<string>
  /** Calls back each time the agent is back. */
  whenBack: (listener: () => void) => () => void
}

const NOBODY: Login = {
  token: async () => null,
  refused: () => undefined,
  ended: () => undefined,
  regain: async () => Promise.reject(loginOver()),
  whenBack: () => () => undefined,
}
let login = NOBODY

/** Said once by login/. */
export function loginIs(said: Login): void {
  login = said
}

/** What the API says to a token that is no good, said without asking it. */
export function loginOver(): ApiProblem {
  return new ApiProblem(401, 'unauthorized', '')
}

/** For a page of the public that shows an agent more: without a login it is a visitor's. */
export async function bearerIfAny(): Promise<Record<string, string>> {
  const token = await login.token().catch(() => null)
  return token ? { Authorization: `Bearer ${token}` } : {}
}

/** For streams: they are tried again by themselves, and at once when the agent is back. */
export const asAgent = {
  async headers(): Promise<Record<string, string>> {
    const token = await login.token()
    if (token) return { Authorization: `Bearer ${token}` }
    login.ended()
    throw loginOver()
  },
  refused: (headers: Record<string, string>) => login.refused((headers.Authorization ?? '').replace('Bearer ', '')),
  whenBack: (listener: () => void) => login.whenBack(listener),
}

/**
 * Sends as the agent, or not at all: what is done after the end of a login waits for the next one. Without its token it
 * would be done as an anonymous visitor wherever the API is open to everybody.
 */
async function sendAsAgent(request: Request): Promise<Response> {
  for (let again = false; ; again = true) {
    const token = await tokenFor(request)
    const mine = request.clone()
    mine.headers.set('Authorization', `Bearer ${token}`)
    const response = await send(mine)
    if (response.status !== 401) return response
    login.refused(token)
    if (!again) continue
    login.ended()
    return response
  }
}

async function tokenFor({ method }: Request): Promise<string> {
  const token = await login.token()
  if (token) return token
  if (method !== 'GET') return login.regain()
  login.ended()
  throw loginOver()
}

/** The API as the logged-in agent sees it. */
export const staff = connect(sendAsAgent)

import type { APIRequestContext, Browser, Page } from '@playwright/test'

const PASSWORD = process.env.DEMO_PASSWORD ?? 'porte-ouverte-demo'

/** Through the real Keycloak, to the page of the staff that the app leads to. */
export async function logIn(page: Page, username: string): Promise<void> {
  await page.goto('/equipe')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.locator('#username').fill(username)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('#kc-login').click()
  // An agent of one house lands at its reception, a partner's at the sessions to come.
  await page.waitForURL(/\/(equipe(\/maisons\/[^/]+)?|partenaire)$/)
}

/** What the app keeps of a login: where, and the tokens. */
interface Session {
  key: string
  user: { access_token: string; refresh_token: string; expires_at: number }
}

/** One login for each agent: of what a test shows, logging in is only a part where it is the thing tested. */
const sessions = new Map<string, Session>()

/** The page is somebody's who has logged in; where it goes is up to the test. */
export async function enter(page: Page, username: string): Promise<void> {
  const { key, user } = await sessionOf(page.context().browser()!, page.request, username)
  await page.addInitScript(
    ([at, kept]) => {
      // Not in the frames of letters, which have no storage; and what the app renewed stays.
      if (window === top && location.protocol.startsWith('http')) sessionStorage[at] ??= kept
    },
    [key, JSON.stringify(user)] as const,
  )
}

/** For calls of the API; good for some minutes. */
export async function bearerOf(browser: Browser, request: APIRequestContext, username: string): Promise<string> {
  return (await sessionOf(browser, request, username)).user.access_token
}

async function sessionOf(browser: Browser, request: APIRequestContext, username: string): Promise<Session> {
  let session = sessions.get(username) ?? (await begin(browser, username))
  // A page of a test may have renewed it already: a refresh token serves once.
  if (session.user.expires_at - Date.now() / 1000 < 200 && !(await renew(session, request))) session = await begin(browser, username)
  sessions.set(username, session)
  return session
}

async function begin(browser: Browser, username: string): Promise<Session> {
  const context = await browser.newContext({ locale: 'fr-FR' })
  const page = await context.newPage()
  await logIn(page, username)
  const kept = await page.waitForFunction(() => Object.entries(sessionStorage).find(([key]) => key.startsWith('oidc.user:')))
  const [key, user] = (await kept.jsonValue())!
  await context.close()
  return { key, user: JSON.parse(user) }
}

/** As the app does it by itself. */
async function renew({ key, user }: Session, request: APIRequestContext): Promise<boolean> {
  const [, authority, client] = /^oidc\.user:(.+):([^:]+)$/.exec(key)!
  const form = { grant_type: 'refresh_token', client_id: client!, refresh_token: user.refresh_token }
  const answer = await request.post(`${authority}/protocol/openid-connect/token`, { form })
  if (answer.status() === 400) return false
  if (!answer.ok()) throw new Error(`The login cannot be renewed: ${answer.status()} ${await answer.text()}`)
  const { access_token, refresh_token, expires_in } = await answer.json()
  Object.assign(user, { access_token, refresh_token, expires_at: Math.floor(Date.now() / 1000) + expires_in })
  return true
}

/** Calls the API as an agent. */
export function agentApi(request: APIRequestContext, bearer: string) {
  const headers = { Authorization: `Bearer ${bearer}` }
  // The shape of an answer is the API's to test; here each test takes what it needs.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return async (method: string, path: string, data?: unknown, seen?: { version: number }): Promise<any> => {
    const key = method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : undefined
    const match = seen && { 'If-Match': `"${seen.version}"` }
    const answer = await request.fetch(`/api/v1${path}`, { method, data, headers: { ...headers, ...key, ...match } })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    const text = await answer.text()
    return text ? JSON.parse(text) : null
  }
}
export type AgentApi = ReturnType<typeof agentApi>

import type { APIRequestContext, Page } from '@playwright/test'

const PASSWORD = process.env.DEMO_PASSWORD ?? 'porte-ouverte-demo'

/** Through the real Keycloak, to the page of the staff that the app leads to. */
export async function logIn(page: Page, username: string): Promise<void> {
  await page.goto('/equipe')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.locator('#username').fill(username)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('#kc-login').click()
  // An agent of one house lands at its front desk, a partner's at the sessions to come.
  await page.waitForURL(/\/(equipe(\/maisons\/[^/]+)?|partenaire)$/)
}

/** The bearer of whoever is logged in on this page. */
export async function bearerOf(page: Page): Promise<string> {
  const read = () => {
    const key = Object.keys(sessionStorage).find((one) => one.startsWith('oidc.user:'))
    return key ? (JSON.parse(sessionStorage.getItem(key)!) as { access_token: string }).access_token : ''
  }
  await page.waitForFunction(read)
  return page.evaluate(read)
}

/** Calls the API as an agent. */
export function agentApi(request: APIRequestContext, bearer: string) {
  const headers = { Authorization: `Bearer ${bearer}` }
  // The shape of an answer is the API's to test; here each test takes what it needs.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return async (method: string, path: string, data?: unknown): Promise<any> => {
    const key = method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : undefined
    const answer = await request.fetch(`/api/v1${path}`, { method, data, headers: { ...headers, ...key } })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    const text = await answer.text()
    return text ? JSON.parse(text) : null
  }
}
export type AgentApi = ReturnType<typeof agentApi>

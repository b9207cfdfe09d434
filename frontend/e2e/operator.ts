import { type APIRequestContext, expect } from '@playwright/test'

// What the real Keycloak gives to programs, and our API to the operator's.

export async function authority(request: APIRequestContext): Promise<string> {
  return (await (await request.get('/api/v1/configuration')).json()).oidc.authority
}

export async function token(request: APIRequestContext, form: Record<string, string>) {
  return request.post(`${await authority(request)}/protocol/openid-connect/token`, { form })
}

export async function tokenOf(request: APIRequestContext, client: string, secret: string): Promise<string> {
  const answer = await token(request, { grant_type: 'client_credentials', client_id: client, client_secret: secret })
  expect(answer.status(), await answer.text()).toBe(200)
  return (await answer.json()).access_token
}

export const bearer = (access: string) => ({ headers: { Authorization: `Bearer ${access}` } })

/** A secret of the stack under test, from its secrets.env. */
export function secret(name: 'ACCOUNTS_CLIENT_SECRET' | 'OPERATOR_CLIENT_SECRET'): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

/** Somebody whom Keycloak knows has this password from now on. */
export async function givePassword(request: APIRequestContext, username: string, password: string): Promise<void> {
  const access = bearer(await tokenOf(request, 'porte-ouverte-accounts', secret('ACCOUNTS_CLIENT_SECRET')))
  const users = `${(await authority(request)).replace('/realms/', '/admin/realms/')}/users`
  const [user] = await (await request.get(`${users}?username=${username}&exact=true`, access)).json()
  const told = await request.put(`${users}/${user.id}/reset-password`, { ...access, data: { type: 'password', value: password, temporary: false } })
  expect(told.status(), await told.text()).toBe(204)
}

export interface NewAgent {
  username: string
  firstName: string
  lastName: string
  email?: string
  role: string
  /** An observer's, by their codes. */
  departments?: string[]
}

/** An agent whom the operator adds, once Keycloak knows them. */
export async function addAgent(request: APIRequestContext, { role: first, departments, ...agent }: NewAgent) {
  const operator = bearer(await tokenOf(request, 'porte-ouverte-operator', secret('OPERATOR_CLIENT_SECRET')))
  const added = await request.post('/api/v1/agents', { ...operator, data: { ...agent, assignments: [{ role: first, departments }] } })
  expect(added.status(), await added.text()).toBe(201)
  const { id } = await added.json()
  const now = async () => request.get(`/api/v1/agents/${id}`, operator)
  const known = () => expect.poll(async () => (await (await now()).json()).canLogIn, { timeout: 30_000 }).toBe(true)
  await known()
  return {
    /** What they are from now on, and nothing else. */
    async become(role: string) {
      const headers = { ...operator.headers, 'If-Match': (await now()).headers().etag! }
      const changed = await request.put(`/api/v1/agents/${id}`, { headers, data: { ...agent, assignments: [{ role }] } })
      expect(changed.status(), await changed.text()).toBe(200)
    },
  }
}

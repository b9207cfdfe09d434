import { type APIRequestContext, expect, test } from '@playwright/test'
import { logIn } from './login'
import { addAgent, authority, bearer, secret, token, tokenOf } from './operator'

// What the real Keycloak gives and refuses. ./test runs this again after a second start.

/** Keycloak's administration as the API's service account sees it. */
async function asServiceAccount(request: APIRequestContext) {
  const access = await tokenOf(request, 'porte-ouverte-accounts', secret('ACCOUNTS_CLIENT_SECRET'))
  const realm = (await authority(request)).replace('/realms/', '/admin/realms/')
  return async (path: string) => request.get(`${realm}${path}`, bearer(access))
}

test('another system logs in as itself', async ({ request }) => {
  const access = await tokenOf(request, 'porte-ouverte-integrator-demo', 'porte-ouverte-demo')
  const me = await request.get('/api/v1/me', bearer(access))
  expect(me.status()).toBe(200)
  expect((await me.json()).roles).toEqual(['integrator'])
  expect((await request.get('/api/v1/agents', bearer(access))).status()).toBe(403)
})

test('a token of the same Keycloak for another audience opens nothing', async ({ request }) => {
  const access = await tokenOf(request, 'porte-ouverte-accounts', secret('ACCOUNTS_CLIENT_SECRET'))
  const me = await request.get('/api/v1/me', bearer(access))
  expect(me.status()).toBe(401)
  expect((await me.json()).type).toBe('/problems/unauthorized')
})

for (const client of ['porte-ouverte-app', 'admin-cli']) {
  test(`nobody hands a password to ${client} directly`, async ({ request }) => {
    const password = 'porte-ouverte-demo'
    const answer = await token(request, { grant_type: 'password', client_id: client, username: 'claire.moyaux', password })
    expect(answer.status()).toBeGreaterThanOrEqual(400)
    expect(await answer.json()).not.toHaveProperty('access_token')
  })
}

test('the login comes back to the app only, and only with PKCE', async ({ request, baseURL }) => {
  const at = `${await authority(request)}/protocol/openid-connect/auth`
  const asked = { client_id: 'porte-ouverte-app', response_type: 'code', scope: 'openid' }
  const pkce = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' }
  const answer = (params: Record<string, string>) => request.get(at, { params: { ...asked, ...params }, maxRedirects: 0 })
  const back = `${baseURL}/equipe/retour`
  expect((await answer({ ...pkce, redirect_uri: back })).status()).toBe(200)
  expect((await answer({ ...pkce, redirect_uri: `${baseURL}/ailleurs` })).status()).toBe(400)
  expect((await answer({ ...pkce, redirect_uri: 'https://example.org/equipe/retour' })).status()).toBe(400)
  const without = await answer({ redirect_uri: back })
  expect(without.status()).toBe(302)
  expect(without.headers().location).toContain('error=invalid_request')
})

test('a refresh token serves once, and a login that rests ends after half an hour', async ({ page, request }) => {
  await logIn(page, 'claire.moyaux')
  const kept = await page.evaluate(() => Object.entries(sessionStorage).find(([key]) => key.startsWith('oidc.user:'))![1])
  const form = { grant_type: 'refresh_token', client_id: 'porte-ouverte-app', refresh_token: JSON.parse(kept).refresh_token }
  const renewed = await token(request, form)
  expect(renewed.status()).toBe(200)
  const { refresh_expires_in: rests } = await renewed.json()
  expect(Math.round(rests / 60)).toBe(30)
  expect((await token(request, form)).status()).toBe(400)
})

const DEMO = 9

test('each demo agent has one user, and the service account may manage users and clients, and nothing else', async ({ request }) => {
  const read = await asServiceAccount(request)
  await expect.poll(async () => (await (await read('/users?username=admin.reseau&exact=true')).json()).length).toBe(1)
  const users: { username: string }[] = await (await read('/users?max=200')).json()
  const people = users.map((user) => user.username).filter((name) => !/^(service-account-|essai)/.test(name))
  expect(people, people.join()).toHaveLength(DEMO)
  for (const path of ['/roles', '/events', '/admin-events', '/identity-provider/instances']) {
    expect((await read(path)).status(), path).toBe(403)
  }
})

test('an agent whom an admin adds gets a user, and a change of role reaches Keycloak', async ({ request }) => {
  const read = await asServiceAccount(request)
  const username = `essai${Date.now()}`
  const agent = await addAgent(request, { username, firstName: 'Élodie', lastName: 'Essai', role: 'admin' })

  const [user] = await (await read(`/users?username=${username}&exact=true`)).json()
  expect(user.firstName).toBe('Élodie')
  const roles = async () => {
    const given: { name: string }[] = await (await read(`/users/${user.id}/role-mappings/realm`)).json()
    return given.map((role) => role.name).filter((name) => !name.startsWith('default-roles-'))
  }
  expect(await roles()).toEqual(['admin'])
  await agent.become('integrator')
  await expect.poll(roles, { timeout: 30_000 }).toEqual(['integrator'])
})

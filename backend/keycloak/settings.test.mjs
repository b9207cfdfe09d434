// A realm that an older version made is told its settings again, on a Keycloak that runs; ./test does so in its part e2e.
//   KEYCLOAK_URL; KEYCLOAK_ADMIN_PASSWORD: of keycloak-admin; SETTINGS: the command that starts RealmSettings
//   EVERY: RealmSettings is cut short after that many requests, twice that, three times that, and so on (23)
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, request as ask } from 'node:http'
import { after, before, test } from 'node:test'

const server = process.env.KEYCLOAK_URL
const every = Number(process.env.EVERY ?? 23)
const name = 'essai-ancien'
const realm = `/admin/realms/${name}`
const file = JSON.parse(filled(readFileSync(new URL('porte-ouverte-realm.json', import.meta.url), 'utf8')))

/** As Keycloak reads it where the environment says nothing. */
function filled(text) {
  return text.replaceAll(/"\$\{[A-Z_]+(?::([^}]*))?\}"/g, (_, otherwise = 'a secret') => (/^(true|false)$/.test(otherwise) ? otherwise : `"${otherwise}"`)).replaceAll(/\$\{[A-Z_]+:([^}]*)\}/g, '$1')
}

let token
async function admin(method, path, said) {
  const call = () => fetch(server + path, { method, body: said && JSON.stringify(said), headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' } })
  let answer = token && (await call())
  if (!answer || answer.status === 401) {
    const body = new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', username: 'keycloak-admin', password: process.env.KEYCLOAK_ADMIN_PASSWORD })
    token = (await (await fetch(`${server}/realms/master/protocol/openid-connect/token`, { method: 'POST', body })).json()).access_token
    answer = await call()
  }
  const text = await answer.text()
  assert.ok(answer.ok || (method === 'DELETE' && answer.status === 404), `${method} ${path}: ${answer.status} ${text}`)
  return text && JSON.parse(text)
}

const profileOf = (components) => JSON.parse(components['org.keycloak.userprofile.UserProfileProvider'][0].config['kc.user.profile.config'][0])

/** The realm as a version before this one would have made it: with other ways of logging in, other clients, and an older profile of users. */
async function makeOld(change = () => {}) {
  await admin('DELETE', realm)
  const old = structuredClone({ ...file, realm: name, users: [], roles: { realm: file.roles.realm.filter((role) => role.name !== 'observer') }, ssoSessionIdleTimeout: 14400 })
  for (const way of old.authenticationFlows) {
    way.authenticationExecutions = way.authenticationExecutions.filter(({ authenticator }) => authenticator !== 'webauthn-authenticator')
  }
  old.clients = old.clients.filter(({ clientId }) => clientId !== 'porte-ouverte-integrator-demo')
  const client = (id) => old.clients.find(({ clientId }) => clientId === id)
  Object.assign(client('admin-cli'), { enabled: true, directAccessGrantsEnabled: true })
  Object.assign(client('porte-ouverte-api'), { description: 'as it was' })
  Object.assign(client('porte-ouverte-accounts'), { standardFlowEnabled: true, redirectUris: ['http://localhost/*'], secret: 'the former secret', defaultClientScopes: ['basic', 'roles', 'email'] })
  const [audience] = client('porte-ouverte-operator').protocolMappers
  Object.assign(client('porte-ouverte-operator'), { defaultClientScopes: ['basic'], protocolMappers: [{ ...audience, name: 'another one' }] })
  audience.config['included.client.audience'] = 'another-api'
  const [profile] = old.components['org.keycloak.userprofile.UserProfileProvider']
  const { attributes } = profileOf(old.components)
  profile.config['kc.user.profile.config'] = [JSON.stringify({ attributes: attributes.map((one) => (one.name === 'email' ? { ...one, validations: {} } : one)) })]
  old.clients.push({ clientId: 'po-some-system', enabled: true, serviceAccountsEnabled: true, secret: 'its own' }) // the API made it
  change(old)
  await admin('POST', '/admin/realms', old)
  token = null // which is for the realms that were there
}

const without = (alias) => alias?.replace(/ \d+$/, '')

/** What one way of logging in does, with all that is in it, whatever it is called. */
function meaning(of, alias) {
  const way = of.authenticationFlows.find((one) => one.alias === alias)
  assert.ok(way, `${alias} is there`)
  return [...way.authenticationExecutions]
    .sort((one, other) => one.priority - other.priority)
    .map(({ authenticator, flowAlias, requirement, authenticatorConfig }) => {
      const told = authenticatorConfig && of.authenticatorConfig.find((one) => one.alias === authenticatorConfig)?.config
      if (authenticatorConfig) assert.ok(told, `${authenticatorConfig} is there`)
      if (told?.flow_to_check) assert.ok(of.authenticationFlows.some((one) => one.alias === told.flow_to_check), `${told.flow_to_check} is there`)
      const config = told && Object.fromEntries(Object.entries(told).sort().map(([key, value]) => [key, without(value)]))
      return { requirement, does: flowAlias ? meaning(of, flowAlias) : authenticator, ...(config && { config }) }
    })
}

/** Keycloak exports the scopes of a client in any order. */
async function exported() {
  const there = await admin('POST', `${realm}/partial-export?exportClients=true`)
  for (const client of there.clients) for (const scopes of [client.defaultClientScopes, client.optionalClientScopes]) scopes?.sort()
  return there
}
const inUse = (of) => [meaning(of, of.browserFlow), meaning(of, of.resetCredentialsFlow)]
const ours = (list) => list.map(({ alias }) => alias).filter((alias) => alias.startsWith('porte-ouverte '))

/** Everything that the file says, and nothing of ours beside it. */
async function expectNew() {
  const there = await exported()
  assert.deepEqual(inUse(there), inUse(file))
  assert.deepEqual(ours(there.authenticationFlows).map(without).sort(), ours(file.authenticationFlows).sort())
  assert.deepEqual(ours(there.authenticatorConfig).map(without).sort(), ours(file.authenticatorConfig).sort())
  assert.equal(there.ssoSessionIdleTimeout, file.ssoSessionIdleTimeout)
  assert.equal(there.smtpServer.host, 'mail.example.org')
  const provider = there.identityProviders.find(({ alias }) => alias === 'provider')
  assert.deepEqual(meaning(there, provider.firstBrokerLoginFlowAlias), meaning(file, 'porte-ouverte invited'))
  assert.deepEqual(meaning(there, provider.postBrokerLoginFlowAlias), meaning(file, 'porte-ouverte provider'))
  assert.equal(there.identityProviderMappers.length, 1)
  const app = there.clients.find(({ clientId }) => clientId === 'porte-ouverte-app')
  assert.equal(app.rootUrl, 'https://maisons.example.org')
  assert.deepEqual(app.optionalClientScopes, ['passkey'])
  const scopes = file.clients.find(({ clientId }) => clientId === 'porte-ouverte-integrator-demo').optionalClientScopes
  for (const system of ['porte-ouverte-integrator-demo', 'po-some-system']) {
    const { optionalClientScopes: has } = there.clients.find(({ clientId }) => clientId === system)
    assert.deepEqual(scopes.filter((scope) => !has.includes(scope)), [], system)
  }
  for (const role of ['clerk', 'manager', 'partner', 'observer', 'admin']) {
    const parts = (await admin('GET', `${realm}/roles/${role}/composites/realm`)).map((part) => part.name)
    assert.deepEqual(parts, role === 'admin' || role === 'manager' ? ['second-factor'] : [], role)
  }
  const [accounts] = await admin('GET', `${realm}/clients?clientId=porte-ouverte-accounts`)
  const [management] = await admin('GET', `${realm}/clients?clientId=realm-management`)
  const machine = await admin('GET', `${realm}/clients/${accounts.id}/service-account-user`)
  const may = (await admin('GET', `${realm}/users/${machine.id}/role-mappings/clients/${management.id}`)).map((role) => role.name)
  for (const right of ['manage-users', 'manage-clients']) assert.ok(may.includes(right), right)
  await expectClients(there)
  assert.deepEqual(profileOf(there.components), profileOf(file.components))
  assert.equal(there.components['org.keycloak.userprofile.UserProfileProvider'].length, 1)
  return there
}

/** Each client of the file is as it says, with what is in its tokens; the others are there. */
async function expectClients(there) {
  const secrets = {}
  for (const said of file.clients) {
    const client = there.clients.find(({ clientId }) => clientId === said.clientId)
    assert.ok(client, said.clientId)
    for (const field of ['name', 'description', 'publicClient', 'bearerOnly', 'standardFlowEnabled', 'directAccessGrantsEnabled', 'serviceAccountsEnabled']) {
      if (field in said) assert.equal(client[field], said[field], `${said.clientId} ${field}`)
    }
    if (said.defaultClientScopes) assert.deepEqual([...client.defaultClientScopes].sort(), [...said.defaultClientScopes].sort(), said.clientId)
    const mappers = (of) => (of ?? []).map((mapper) => ({ name: mapper.name, to: mapper.config['included.client.audience'] }))
    if (said.protocolMappers) assert.deepEqual(mappers(client.protocolMappers), mappers(said.protocolMappers), said.clientId)
    secrets[said.clientId] = (await admin('GET', `${realm}/clients/${client.id}/client-secret`)).value
  }
  const enabled = Object.fromEntries(there.clients.map((client) => [client.clientId, client.enabled]))
  assert.deepEqual([enabled['admin-cli'], enabled['porte-ouverte-accounts'], enabled['porte-ouverte-operator'], enabled['porte-ouverte-integrator-demo']], [false, true, false, true])
  assert.equal(secrets['porte-ouverte-accounts'], 'a new secret')
  assert.equal(secrets['porte-ouverte-operator'], 'a secret') // nobody named one: it stays
  const system = there.clients.find(({ clientId }) => clientId === 'po-some-system')
  assert.equal((await admin('GET', `${realm}/clients/${system.id}/client-secret`)).value, 'its own')
  for (const [id, role] of [['porte-ouverte-operator', 'admin'], ['porte-ouverte-integrator-demo', 'integrator']]) {
    const user = await admin('GET', `${realm}/clients/${there.clients.find(({ clientId }) => clientId === id).id}/service-account-user`)
    const has = (await admin('GET', `${realm}/users/${user.id}/role-mappings/realm`)).map(({ name }) => name)
    assert.ok(has.includes(role), `${id} is ${role}`)
  }
}

let left, asked
/** Between RealmSettings and Keycloak; after so many requests it breaks off: one more is done, and its answer is lost. */
const between = createServer((incoming, answer) => {
  asked.push(`${incoming.method} ${incoming.url.replace(realm, '')}`)
  const lost = left-- <= 0
  const on = ask(server + incoming.url, { method: incoming.method, headers: incoming.headers }, (said) => {
    if (lost) {
      said.resume()
      return void incoming.socket.destroy()
    }
    answer.writeHead(said.statusCode, said.headers)
    said.pipe(answer)
  })
  incoming.pipe(on)
})
let address

/** Whether RealmSettings came to its end; it is cut short after so many requests. */
async function tell(requests = Infinity) {
  left = requests
  asked = []
  const settings = spawn('sh', ['-c', process.env.SETTINGS], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      REALM: name,
      REALM_FILE: new URL('porte-ouverte-realm.json', import.meta.url).pathname,
      KEYCLOAK_ADDRESS: address,
      KC_BOOTSTRAP_ADMIN_USERNAME: 'keycloak-admin',
      KC_BOOTSTRAP_ADMIN_PASSWORD: process.env.KEYCLOAK_ADMIN_PASSWORD,
      PORTE_OUVERTE_ACCOUNTS_SECRET: 'a new secret',
      PORTE_OUVERTE_DEMO_ENABLED: 'true',
      PORTE_OUVERTE_OPERATOR_ENABLED: 'false', // whatever the stack beside it has
      PORTE_OUVERTE_APP_URL: 'https://maisons.example.org',
      PORTE_OUVERTE_SECOND_FACTOR_ROLES: 'admin manager',
      PORTE_OUVERTE_SMTP_HOST: 'mail.example.org',
      PORTE_OUVERTE_PROVIDER_ISSUER: `${server}/realms/master`,
      PORTE_OUVERTE_PROVIDER_CLIENT_ID: 'porte-ouverte',
    },
  })
  let said = ''
  settings.stderr.on('data', (more) => (said += more))
  const code = await new Promise((done) => settings.on('close', done))
  // It ends badly only where it was cut short.
  if (left >= 0) assert.equal(code, 0, said)
  return code === 0
}

before(async () => {
  await new Promise((done) => between.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${between.address().port}`
})
after(async () => {
  between.close()
  between.closeAllConnections()
  await admin('DELETE', realm)
})

test('cut short anywhere, the realm has the former ways of logging in or the new ones, whole; and again ends well', async () => {
  await makeOld()
  const former = inUse(await exported())
  assert.notDeepEqual(former, inUse(file))
  for (let requests = every; !(await tell(requests)); requests += every) {
    const now = inUse(await exported())
    assert.ok([former, inUse(file)].some((whole) => JSON.stringify(whole) === JSON.stringify(now)), `after ${requests} requests: ${JSON.stringify(now)}`)
  }
  await expectNew()
})

test('again changes nothing, and builds nothing', async () => {
  await makeOld()
  await tell()
  const before = await expectNew()
  await tell()
  const again = await expectNew()
  for (const part of ['authenticationFlows', 'clients', 'components', 'roles']) assert.deepEqual(again[part], before[part], part)
  assert.deepEqual(asked.filter((one) => one.includes('/authentication/')), [])
})

test('a way of logging in that was changed by hand, and one that was left half built, are as the file says again', async () => {
  await makeOld((old) => {
    const [login] = old.authenticationFlows
    login.authenticationExecutions.pop()
    old.browserFlow = 'browser'
    old.resetCredentialsFlow = 'reset credentials'
  })
  await tell()
  const { browserFlow } = await expectNew()
  const steps = await admin('GET', `${realm}/authentication/flows/${encodeURIComponent(browserFlow)}/executions`)
  await admin('PUT', `${realm}/authentication/flows/${encodeURIComponent(browserFlow)}/executions`, { ...steps.at(-1), requirement: 'DISABLED' })
  await tell()
  await expectNew()
})

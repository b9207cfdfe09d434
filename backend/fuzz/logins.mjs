// Real tokens of Keycloak: people through its page, other systems by their keys.
import { createHash, randomBytes } from 'node:crypto'

const PEOPLE = { clerk: 'claire.moyaux', manager: 'marc.normandie', admin: 'admin.reseau', partner: 'sophie.caf', stranger: 'nadia.lieue', other: 'karim.travail' }
/** Tokens live for some minutes. */
const FRESH = 120_000

export const ROLES = [...Object.keys(PEOPLE), 'integrator']

export class Logins {
  constructor(base, keycloak, { DEMO_PASSWORD = 'porte-ouverte-demo', INTEGRATOR_SECRET = 'porte-ouverte-demo', SMS_RECEIPT_TOKEN }) {
    Object.assign(this, { base, realm: `${keycloak}/realms/porte-ouverte`, password: DEMO_PASSWORD, tokens: new Map() })
    this.systems = new Map([['integrator', { clientId: 'porte-ouverte-integrator-demo', clientSecret: INTEGRATOR_SECRET }]])
    this.gatewayToken = SMS_RECEIPT_TOKEN
  }

  /** Another system, by the key that it was given just now. */
  add(role, key) {
    this.systems.set(role, key)
  }

  /** Nobody has none. */
  async tokenOf(role) {
    if (role === 'gateway') return this.gatewayToken
    if (!PEOPLE[role] && !this.systems.has(role)) return undefined
    const known = this.tokens.get(role)
    if (known && Date.now() - known.at < FRESH) return known.token
    const token = PEOPLE[role] ? this.ofPerson(PEOPLE[role]) : this.ofSystem(this.systems.get(role)).catch((ended) => this.#former(known, ended))
    this.tokens.set(role, { token, at: Date.now() })
    return token
  }

  async ofSystem({ clientId, clientSecret }) {
    return this.#token({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret })
  }

  /** As the app does it: a code for a token (RFC 7636). */
  async ofPerson(username) {
    const redirect = `${this.base}/equipe/retour`
    const verifier = randomBytes(32).toString('base64url')
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    const client = { client_id: 'porte-ouverte-app', redirect_uri: redirect }
    const wanted = { ...client, response_type: 'code', scope: 'openid', code_challenge: challenge, code_challenge_method: 'S256', state: 'fuzz' }
    const page = await fetch(`${this.realm}/protocol/openid-connect/auth?${new URLSearchParams(wanted)}`)
    const cookies = page.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
    const action = /action="([^"]+)"/.exec(await page.text())?.[1].replaceAll('&amp;', '&')
    if (!action) throw new Error(`Keycloak shows no login: ${page.status}`)
    const form = new URLSearchParams({ username, password: this.password, credentialId: '' })
    const entered = await fetch(action, { method: 'POST', body: form, headers: { Cookie: cookies }, redirect: 'manual' })
    const code = new URL(entered.headers.get('Location') ?? 'none:').searchParams.get('code')
    if (!code) throw new Error(`Keycloak lets ${username} not in: ${entered.status}`)
    return this.#token({ grant_type: 'authorization_code', code, code_verifier: verifier, ...client })
  }

  /** What is odd may have ended the system's key: it then comes with the token that it had, as such a system does. */
  #former(known, ended) {
    if (!known) throw ended
    return known.token
  }

  async #token(form) {
    const answer = await fetch(`${this.realm}/protocol/openid-connect/token`, { method: 'POST', body: new URLSearchParams(form) })
    if (!answer.ok) throw new Error(`Keycloak gives no token: ${answer.status} ${await answer.text()}`)
    return (await answer.json()).access_token
  }
}

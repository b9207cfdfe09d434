import type { UserManager } from 'oidc-client-ts'
import { readConfiguration } from '@/api'
import { bearerFrom } from '@/api/queue'
import { agent, sessionOver } from './agent'

// Loaded only where staff are: the public pages never pay for it.
let manager: Promise<UserManager> | null = null

function theManager(): Promise<UserManager> {
  manager ??= build().catch((error: unknown) => {
    manager = null
    throw error
  })
  return manager
}

async function build(): Promise<UserManager> {
  const [{ UserManager, WebStorageStateStore }, { oidc }] = await Promise.all([import('oidc-client-ts'), readConfiguration()])
  const origin = location.origin
  return new UserManager({
    authority: oidc.authority,
    client_id: oidc.clientId,
    redirect_uri: `${origin}/equipe/retour`,
    post_logout_redirect_uri: `${origin}/equipe`,
    response_type: 'code',
    scope: 'openid',
    // The tab's own storage: closed with the tab, on counters that several people share.
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: true,
  })
}

let renewing: Promise<string | null> | null = null

/** The bearer token of the agent who is logged in; null when nobody is, or the session has ended. */
export async function token(): Promise<string | null> {
  const user = await (await theManager()).getUser()
  if (!user || !user.expired) return user?.access_token ?? null
  // A tab that slept renews late: its session may well go on.
  if (!user.refresh_token) return null
  renewing ??= renew().finally(() => (renewing = null))
  return renewing
}

async function renew(): Promise<string | null> {
  const user = await (await theManager()).signinSilent().catch(() => null)
  return user?.access_token ?? null
}

/** Leaves for the login page; the browser comes back to /equipe/retour, and from there to `at`, a page of the staff. */
export async function logIn(at?: string): Promise<void> {
  await (await theManager()).signinRedirect({ state: at })
}

/** Ends the login begun by logIn, from the address the browser came back with; the page that was wanted, if any. */
export async function comeBack(): Promise<string | null> {
  const { state } = await (await theManager()).signinRedirectCallback()
  sessionOver.value = false
  // Only a page of ours: whatever stands in a state must not lead elsewhere.
  return typeof state === 'string' && /^\/(equipe\/[\w/?=&.-]+|partenaire(\/[\w/?=&.-]+)?)$/.test(state) ? state : null
}

/** Ends the session here and at the login service. */
export async function logOut(): Promise<void> {
  await (await theManager()).signoutRedirect()
}

/** Forgets a session that the API no longer accepts. */
export async function forget(): Promise<void> {
  await (await theManager()).removeUser()
}

/** Who was logged in and by which service, as in a page that was just loaded; what the tab keeps stays. */
export function forgetLogin(): void {
  // Its timers would renew a session that nobody has any more.
  void manager?.then(
    (one) => {
      one.stopSilentRenew()
      return one.events.unload()
    },
    () => undefined,
  )
  manager = null
  renewing = null
  agent.value = null
  sessionOver.value = false
}

bearerFrom(token, () => (sessionOver.value = true))

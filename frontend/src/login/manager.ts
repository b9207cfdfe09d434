import type { User, UserManager } from 'oidc-client-ts'
import { NoAnswer, readConfiguration } from '@/api'
import { sessionOver } from './agent'
import { type Renew, renewalOf } from './renewal'
import { restsLong } from './rest'
import { openTabs, type Tabs } from './tabs'

// Loaded only where staff are: the public pages never pay for it.
let manager: Promise<UserManager> | null = null
let renewal: Renew | null = null
let tabs: Tabs | null = null
const heard = new Set<(tabs: Tabs) => void>()

export function theManager(): Promise<UserManager> {
  manager ??= build().catch((error: unknown) => {
    manager = null
    throw error
  })
  return manager
}

/** Called back with the other tabs, once there is a login to talk about. */
export function withTabs(callback: (tabs: Tabs) => void): void {
  heard.add(callback)
}

async function build(): Promise<UserManager> {
  const [{ User: Kept, UserManager, WebStorageStateStore }, { oidc }] = await Promise.all([import('oidc-client-ts'), readConfiguration()])
  const origin = location.origin
  const made = new UserManager({
    authority: oidc.authority,
    client_id: oidc.clientId,
    redirect_uri: `${origin}/equipe/retour`,
    post_logout_redirect_uri: `${origin}/equipe`,
    response_type: 'code',
    scope: 'openid',
    // The tab's own storage: closed with the tab, on counters that several people share.
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: false,
  })
  tabs = openTabs()
  for (const callback of heard) callback(tabs)
  renewal = renewalOf(made, tabs, (kept) => Kept.fromStorageString(kept))
  made.events.addAccessTokenExpiring(() => void renewEarly())
  return made
}

/** The login in this text is this tab's from now on; null: it is nobody's any more. */
export async function keep(text: string | null): Promise<User | null> {
  const [one, { User: Kept }] = await Promise.all([theManager(), import('oidc-client-ts')])
  if (!text) {
    await one.removeUser()
    return null
  }
  const user = Kept.fromStorageString(text)
  await one.storeUser(user)
  await one.events.load(user)
  return user
}

/** Whoever copied this token has nothing; where the line is down, it ends by itself. */
export async function revoke(refreshToken: string): Promise<void> {
  const [one, { OidcClient }] = await Promise.all([theManager(), import('oidc-client-ts')])
  await new OidcClient(one.settings).revokeToken(refreshToken, 'refresh_token').catch(() => undefined)
}

/** Nobody need touch anything to see that the screen is no longer up to date. */
async function renewEarly(): Promise<void> {
  // Who does not answer is asked again by whatever needs a token next.
  if ((await once(renew).catch(() => '')) === null) ended()
}

let renewing: Promise<string | null> | null = null
let refusedToken = ''

/** The API does not take this token, whatever its date says. */
export function refuse(token: string): void {
  refusedToken = token
}

export function ended(): void {
  sessionOver.value = true
}

/**
 * The bearer token of the agent who is logged in; null when nobody is, or the session has ended.
 * @throws NoAnswer when the login service does not say which
 */
export async function token(): Promise<string | null> {
  const user = await (await theManager()).getUser()
  if (!user || (!user.expired && user.access_token !== refusedToken)) return user?.access_token ?? null
  // A tab that slept renews late: its session may well go on.
  if (!user.refresh_token) return null
  return once(renew)
}

function once(work: () => Promise<string | null>): Promise<string | null> {
  renewing ??= work().finally(() => (renewing = null))
  return renewing
}

async function renew(): Promise<string | null> {
  // What a page asks by itself keeps no login alive.
  if (restsLong()) return null
  try {
    await theManager()
    return (await renewal!(isGood))?.access_token ?? null
  } catch (error) {
    if (isOver(error)) return null
    throw new NoAnswer('login', { cause: error })
  }
}

/** Longer than until the next timer, in seconds; else it is time to renew. */
const SOON = 90

function isGood(user: User): boolean {
  return (user.expires_in ?? 0) > SOON && user.access_token !== refusedToken
}

/** The login service said no; anything else may be the line. */
function isOver(error: unknown): boolean {
  return error instanceof Error && error.name === 'ErrorResponse' && (error as Error & { error?: string }).error === 'invalid_grant'
}

/** As in a page that was just loaded; what the tab keeps stays. */
export function forgetManager(): void {
  // Its timers would renew a session that nobody has any more.
  void manager?.then(
    (one) => one.events.unload(),
    () => undefined,
  )
  manager = null
  renewing = null
  refusedToken = ''
  tabs?.leave()
  tabs = null
  renewal = null
}

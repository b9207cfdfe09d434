import type { User, UserManager } from 'oidc-client-ts'
import { type Me, NoAnswer, readConfiguration, readMe } from '@/api'
import { loginIs } from '@/api/queue'
import { agent, sessionOver } from './agent'
import { goOn, later, regain, whenBack } from './regain'
import { type Renew, renewalOf } from './renewal'
import { openTabs, type Tabs } from './tabs'

// Loaded only where staff are: the public pages never pay for it.
let manager: Promise<UserManager> | null = null
let renewal: Renew | null = null
let tabs: Tabs | null = null

/** In the state of a login that goes on beside a page that waits for it. */
const BESIDE = 'beside'

function theManager(): Promise<UserManager> {
  manager ??= build().catch((error: unknown) => {
    manager = null
    throw error
  })
  return manager
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
  renewal = renewalOf(made, tabs, (kept) => Kept.fromStorageString(kept))
  made.events.addAccessTokenExpiring(() => void renewEarly())
  return made
}

/** Nobody need touch anything to see that the screen is no longer up to date. */
async function renewEarly(): Promise<void> {
  // Who does not answer is asked again by whatever needs a token next.
  if ((await once(renew).catch(() => '')) === null) ended()
}

let renewing: Promise<string | null> | null = null
let refusedToken = ''

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

function ended(): void {
  sessionOver.value = true
}

/** Leaves for the login page; the browser comes back to /equipe/retour, and from there to `at`, a page of the staff. */
export async function logIn(at?: string): Promise<void> {
  await (await theManager()).signinRedirect({ state: at, prompt: 'login' })
}

/** `back`: the same agent; `other`: somebody else. */
export type Beside = 'back' | 'other' | 'closed' | 'blocked' | 'unreachable'

/**
 * Logs in in a window of its own, so that this page stays as it is; then what waited goes on. Somebody else than before
 * finds nothing of it.
 */
export async function againBeside(): Promise<Beside> {
  try {
    const { access_token } = await (await theManager()).signinPopup({ url_state: BESIDE, login_hint: agent.value?.username })
    return isBack(access_token, await readMe(access_token))
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    if (/disposed window/.test(said)) return 'blocked'
    return /closed|access_denied/.test(said) ? 'closed' : 'unreachable'
  }
}

function isBack(access: string, me: Me): Beside {
  const same = !agent.value || agent.value.username === me.username
  if (!same) later()
  agent.value = me
  sessionOver.value = false
  goOn(access)
  return same ? 'back' : 'other'
}

/** Whether this window was opened only to log in, for a page that waits in another. */
export function isBeside(): boolean {
  return new URL(location.href).searchParams.get('state')?.endsWith(`;${BESIDE}`) ?? false
}

/** Tells the page that waits, and closes this window if the browser lets it. */
export async function tellTheOther(): Promise<void> {
  const here = new URL(location.href)
  // It listens for the login that it began, by that login's number alone.
  here.searchParams.set('state', here.searchParams.get('state')!.replace(`;${BESIDE}`, ''))
  await (await theManager()).signinPopupCallback(here.href)
}

/** Ends the login begun by logIn, from the address the browser came back with; the page that was wanted, if any. */
export async function comeBack(): Promise<string | null> {
  const { state } = await (await theManager()).signinRedirectCallback()
  sessionOver.value = false
  // Only a page of ours: whatever stands in a state must not lead elsewhere.
  return typeof state === 'string' && /^\/(equipe\/[\w/?=&.%+:-]+|partenaire([/?][\w/?=&.%+:-]*)?)$/.test(state) ? state : null
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
    (one) => one.events.unload(),
    () => undefined,
  )
  manager = null
  tabs?.leave()
  tabs = null
  renewal = null
  renewing = null
  refusedToken = ''
  later()
  agent.value = null
  sessionOver.value = false
}

loginIs({ token, regain: () => (ended(), regain()), ended, refused: (one) => (refusedToken = one), whenBack })

import { readConfiguration, readMe, type Me } from '@/api'
import { loginIs } from '@/api/queue'
import { agent, sessionOver } from './agent'
import { ended, forgetManager, keep, refuse, revoke, theManager, token, withTabs } from './manager'
import { goOn, later, regain, whenBack } from './regain'
import { endWatch, locked, restEnds, touchedAt, watchRest } from './rest'
import { inTurn, type Tabs } from './tabs'

export { token }

/** In the state of a login that goes on beside a page that waits for it. */
const BESIDE = 'beside'
/** Whoever logs in gives their password, and whatever else their role wants: on a shared counter no login goes by itself. */
const ASKED = { prompt: 'login' } as const
/** Of the login that a lock took away: with it one leaves altogether. */
let lockedOut: string | undefined
let tabs: Tabs | null = null

/** Leaves for the login page; the browser comes back to /equipe/retour, and from there to `at`, a page of the staff. */
export async function logIn(at?: string): Promise<void> {
  await (await theManager()).signinRedirect({ ...ASKED, state: at, ui_locales: document.documentElement.lang })
}

/** As logIn; who has to prepare a second factor prepares a passkey, where others prepare a code of their telephone. */
export async function logInWithPasskey(): Promise<void> {
  const asked = { ...ASKED, scope: 'openid passkey', ui_locales: document.documentElement.lang }
  await (await theManager()).signinRedirect({ ...asked, redirectMethod: 'replace' })
}

/** What one may do about one's own login; the login service has the pages for it. */
export type LoginChange = 'UPDATE_PASSWORD' | 'CONFIGURE_TOTP' | 'webauthn-register' | `delete_credential:${string}`

/** Leaves for the login service, which asks who it is before it changes anything; the browser comes back to `at`. */
export async function changeLogin(change: LoginChange, at: string): Promise<void> {
  const asked = { ...ASKED, state: at, login_hint: agent.value?.username, ui_locales: document.documentElement.lang }
  await (await theManager()).signinRedirect({ ...asked, extraQueryParams: { kc_action: change } })
}

/** `back`: the same agent; `other`: somebody else. */
export type Beside = 'back' | 'other' | 'closed' | 'blocked' | 'unreachable'

/**
 * Logs in in a window of its own, so that this page stays as it is; then what waited goes on. Somebody else than before
 * finds nothing of it.
 */
export async function againBeside(): Promise<Beside> {
  try {
    const asked = { ...ASKED, url_state: BESIDE, login_hint: agent.value?.username, ui_locales: document.documentElement.lang }
    const user = await (await theManager()).signinPopup(asked)
    const me = await readMe(user.access_token)
    if (locked.value) tabs?.tell({ kind: 'unlocked', username: me.username, user: user.toStorageString() })
    return isBack(user.access_token, me)
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
  restEnds()
  void watch()
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
  restEnds()
  // Only a page of ours: whatever stands in a state must not lead elsewhere.
  return typeof state === 'string' && /^\/(equipe\/[\w/?=&.%+:-]+|partenaire([/?][\w/?=&.%+:-]*)?)$/.test(state) ? state : null
}

/** Ends the session here and at the login service. */
export async function logOut(): Promise<void> {
  await (await theManager()).signoutRedirect({ id_token_hint: lockedOut })
}

/** Forgets a session that the API no longer accepts. */
export async function forget(): Promise<void> {
  await keep(null)
}

/** From now on, who is away for long locks the pages; again and again changes nothing. */
export async function watch(): Promise<void> {
  const { lockSeconds } = await readConfiguration()
  await theManager()
  watchRest(lockSeconds, { lock: () => void lock(), tell: (at) => tabs?.tell({ kind: 'touched', at }) })
}

/** In all tabs: what was on the screen stays in the memory of the page, and the login is gone until the password is given again. */
async function lock(): Promise<void> {
  if (locked.value) return
  locked.value = true
  endWatch()
  tabs?.tell({ kind: 'locked' })
  const user = await (await theManager()).getUser()
  await forget()
  lockedOut = user?.id_token ?? lockedOut
  // A renewal that was under way has brought another one.
  await inTurn(async () => {
    if (locked.value) await forget()
  })
  if (user?.refresh_token) await revoke(user.refresh_token)
}

withTabs((others) => {
  tabs = others
  others.hear((word) => {
    if (word.kind === 'touched') touchedAt(word.at)
    else if (word.kind === 'locked') void lock()
    else if (word.kind === 'unlocked') void unlockedBeside(word.username, word.user)
  })
})

/** The same person has unlocked another tab of theirs. */
async function unlockedBeside(username: string, kept: string): Promise<void> {
  if (!locked.value || agent.value?.username !== username) return
  const user = await keep(kept)
  if (user) isBack(user.access_token, agent.value)
}

/** Who was logged in and by which service, as in a page that was just loaded; what the tab keeps stays. */
export function forgetLogin(): void {
  forgetManager()
  endWatch()
  restEnds()
  lockedOut = undefined
  later()
  agent.value = null
  sessionOver.value = false
}

loginIs({ token, regain: () => (ended(), regain()), ended, refused: refuse, whenBack })

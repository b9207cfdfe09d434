import type { User, UserManager } from 'oidc-client-ts'
import { inTurn, type Tabs } from './tabs'

// A refresh token serves once. A tab that was duplicated has the token of the other one: whichever is the second to use
// it would end the session of both. So they renew in turn, and tell each other what came of it.

/** So long, in milliseconds, may another tab think about what it knows. */
const PATIENCE = 250

/**
 * A login that is good; null: there is none, or nothing to renew it with. Throws what the login service said.
 * @param good whether this one needs no renewing, for somebody may have done so meanwhile
 */
export type Renew = (good: (user: User) => boolean) => Promise<User | null>

export function renewalOf(manager: UserManager, tabs: Tabs, read: (kept: string) => User): Renew {
  /** What came of the tokens that this tab has used or heard of. */
  const passed = new Map<string, string>()
  let waiting: (() => void) | null = null

  tabs.hear((word) => {
    if (word.kind === 'asked') {
      const user = passed.get(word.of)
      if (user) tabs.tell({ kind: 'renewed', of: word.of, user })
    } else if (word.kind === 'renewed') {
      passed.set(word.of, word.user)
      waiting?.()
    }
  })

  /** The login as other tabs have renewed it, as far as they have. */
  async function newest(): Promise<User | null> {
    const kept = await manager.getUser()
    let user = kept
    for (let next = after(user); next; next = after(user)) user = read(next)
    if (user && user !== kept) {
      await manager.storeUser(user)
      await manager.events.load(user)
    }
    return user
  }
  const after = (user: User | null) => (user?.refresh_token ? passed.get(user.refresh_token) : undefined)

  async function ask(of: string): Promise<void> {
    const answered = new Promise<void>((resolve) => (waiting = resolve))
    tabs.tell({ kind: 'asked', of })
    await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, PATIENCE))])
    waiting = null
  }

  async function renew(good: (user: User) => boolean): Promise<User | null> {
    const before = await newest()
    if (!before || good(before)) return before
    if (!before.refresh_token) return null
    await ask(before.refresh_token)
    const now = await newest()
    return now?.refresh_token === before.refresh_token ? use(before.refresh_token) : now
  }

  async function use(of: string): Promise<User | null> {
    const fresh = await manager.signinSilent()
    if (fresh) {
      const user = fresh.toStorageString()
      passed.set(of, user)
      tabs.tell({ kind: 'renewed', of, user })
    }
    return fresh
  }

  return (good) => inTurn(() => renew(good))
}

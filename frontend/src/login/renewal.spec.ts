import { User, UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renewalOf } from './renewal'
import { openTabs, type Tabs } from './tabs'

/** What a tab keeps for itself. */
class Tab implements Storage {
  [name: string]: unknown
  readonly #kept = new Map<string, string>()
  get length() {
    return this.#kept.size
  }
  key = (at: number) => [...this.#kept.keys()][at] ?? null
  getItem = (key: string) => this.#kept.get(key) ?? null
  setItem = (key: string, value: string) => void this.#kept.set(key, value)
  removeItem = (key: string) => void this.#kept.delete(key)
  clear = () => this.#kept.clear()
}

const user = (refresh_token: string, access_token = `access of ${refresh_token}`) =>
  new User({ access_token, refresh_token, token_type: 'Bearer', profile: { sub: 's' } as never, expires_at: Math.floor(Date.now() / 1000) + 300 })

/** Keycloak, which takes each refresh token once. */
function keycloak() {
  const used: string[] = []
  async function take(of: string): Promise<User> {
    if (used.includes(of)) throw Object.assign(new Error('Maximum allowed refresh token reuse exceeded'), { name: 'ErrorResponse', error: 'invalid_grant' })
    used.push(of)
    await new Promise((resolve) => setTimeout(resolve, 5))
    return user(`${of}+`)
  }
  return { used, take }
}

const open: Tabs[] = []
/** A tab that has this refresh token. */
async function tab(kept: string, login: ReturnType<typeof keycloak>) {
  const userStore = new WebStorageStateStore({ store: new Tab() })
  const manager = new UserManager({ authority: '/auth', client_id: 'app', redirect_uri: '/', userStore, automaticSilentRenew: false })
  await manager.storeUser(user(kept))
  vi.spyOn(manager, 'signinSilent').mockImplementation(async () => {
    const fresh = await login.take((await manager.getUser())!.refresh_token!)
    await manager.storeUser(fresh)
    return fresh
  })
  const tabs = openTabs()
  open.push(tabs)
  const renew = renewalOf(manager, tabs, (text) => User.fromStorageString(text))
  return { renew: async (good = () => false) => renew(good), kept: async () => (await manager.getUser())?.refresh_token }
}

/** One after the other, as the browser's own locks have it. */
function locks() {
  let last: Promise<unknown> = Promise.resolve()
  const request = async (_: string, work: () => Promise<unknown>) => (last = last.then(work, work))
  vi.stubGlobal('navigator', { ...navigator, locks: { request } })
}

afterEach(() => {
  for (const one of open.splice(0)) one.leave()
})

describe('a refresh token that serves once', () => {
  it('is used once by two tabs that have the same one', async () => {
    locks()
    const login = keycloak()
    const [one, other] = [await tab('r', login), await tab('r', login)]
    const [first, second] = await Promise.all([one.renew(), other.renew()])
    expect(login.used).toEqual(['r'])
    expect(first!.access_token).toBe('access of r+')
    expect(second!.access_token).toBe('access of r+')
    expect([await one.kept(), await other.kept()]).toEqual(['r+', 'r+'])
  })

  it('is followed by a tab that slept through two of them', async () => {
    locks()
    const login = keycloak()
    const [one, other] = [await tab('r', login), await tab('r', login)]
    await one.renew()
    await one.renew()
    expect((await other.renew())!.refresh_token).toBe('r++')
    expect(login.used).toEqual(['r', 'r+'])
  })

  it('is kept while the login is good', async () => {
    const login = keycloak()
    const { renew } = await tab('r', login)
    expect((await renew(() => true))!.refresh_token).toBe('r')
    expect(login.used).toEqual([])
  })

  it('of another login is nobody else’s', async () => {
    locks()
    const login = keycloak()
    const [one, other] = [await tab('r', login), await tab('s', login)]
    await Promise.all([one.renew(), other.renew()])
    expect([await one.kept(), await other.kept()]).toEqual(['r+', 's+'])
  })

  it('that was used by somebody unknown ends the login', async () => {
    const login = keycloak()
    login.used.push('r')
    const { renew } = await tab('r', login)
    await expect(renew()).rejects.toMatchObject({ error: 'invalid_grant' })
  })
})

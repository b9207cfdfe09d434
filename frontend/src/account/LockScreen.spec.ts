import { screen } from '@testing-library/vue'
import { OidcClient, User, UserManager } from 'oidc-client-ts'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { locked } from '@/login'
import { openTabs } from '@/login/tabs'
import { fakeApi, ok } from '@/testing/fakeApi'
import { asAdmin, axeFindings, flushPromises, loggedIn, openAt } from '@/testing/harness'
import { clock } from '@/time'

const KEY = 'oidc.user:/auth:app'
const user = (token: string) => ({ access_token: token, token_type: 'Bearer', profile: { sub: 's' }, expires_at: Math.floor(Date.now() / 1000) + 300 })

/** A page of the staff on which somebody types, and that nobody touches for ten minutes. */
async function leftAlone() {
  vi.spyOn(OidcClient.prototype, 'revokeToken').mockResolvedValue()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let time = Date.parse('2026-11-23T08:00:00Z')
  clock.now = () => new Date(time)
  loggedIn()
  const view = await openAt('/equipe/agents/nouveau', asAdmin(fakeApi()))
  await flushPromises()
  const field = await screen.findByLabelText<HTMLInputElement>('Prénom')
  field.focus()
  field.value = 'Jeanne'
  field.dispatchEvent(new Event('input'))
  const rest = async (ms: number) => {
    time += ms
    vi.advanceTimersByTime(ms)
    await flushPromises()
    await nextTick()
  }
  return { ...view, field, rest }
}

function givesPassword(username = 'anne') {
  return vi.spyOn(UserManager.prototype, 'signinPopup').mockImplementation(async () => {
    sessionStorage.setItem(KEY, JSON.stringify(user(username)))
    return new User(user(username) as never)
  })
}

describe('a screen that nobody touches', () => {
  beforeEach(() => sessionStorage.clear())

  it('warns, then shows nothing of the page, and neither keeps a login nor anything to reach', async () => {
    const { rest, container } = await leftAlone()
    await rest(9 * 60_000)
    expect(screen.getByRole('alert').textContent).toContain('L’écran se verrouille bientôt')
    await rest(60_000)
    screen.getByRole('heading', { name: 'Écran verrouillé' })
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Écran verrouillé' }))
    expect(document.querySelector('#staff-page, input, .who')).toBeNull()
    expect(container.textContent).toContain('Anne Roy')
    expect(document.title).toContain('Écran verrouillé')
    expect(sessionStorage.getItem(KEY)).toBeNull()
    vi.useRealTimers()
    expect(await axeFindings()).toEqual([])
  })

  it('is as it was after the password of the same person', async () => {
    const { rest, field } = await leftAlone()
    const title = document.title
    await rest(10 * 60_000)
    const asked = givesPassword()
    screen.getByRole('button', { name: 'Déverrouiller' }).click()
    await flushPromises()
    await nextTick()
    expect(asked.mock.calls[0]![0]).toMatchObject({ prompt: 'login', login_hint: 'anne' })
    expect(screen.getByLabelText('Prénom')).toBe(field)
    expect(field.value).toBe('Jeanne')
    expect(document.title).toBe(title)
    expect(locked.value).toBe(false)
    expect(screen.queryByRole('heading', { name: 'Écran verrouillé' })).toBeNull()
  })

  it('shows another person nothing of what was typed', async () => {
    const { rest, api, field } = await leftAlone()
    await rest(10 * 60_000)
    givesPassword('luc')
    api.on('GET /me', () => ok({ username: 'luc', firstName: 'Luc', lastName: 'Roy', roles: ['admin'], sites: [], partner: null }))
    screen.getByRole('button', { name: 'Déverrouiller' }).click()
    await flushPromises()
    expect(field.isConnected).toBe(false)
    expect((await screen.findByLabelText<HTMLInputElement>('Prénom')).value).toBe('')
    screen.getByText('Luc Roy')
  })

  it('locks with the other tabs, and unlocks with the other tab of the same person', async () => {
    const { field } = await leftAlone()
    const other = openTabs()
    const said = (word: Parameters<typeof other.tell>[0]) => (other.tell(word), vi.waitFor(() => expect(locked.value).toBe(word.kind === 'locked')))
    await said({ kind: 'locked' })
    await flushPromises()
    expect(field.isConnected).toBe(false)
    other.tell({ kind: 'unlocked', username: 'somebody', user: JSON.stringify(user('theirs')) })
    await flushPromises()
    expect(locked.value).toBe(true)
    await said({ kind: 'unlocked', username: 'anne', user: JSON.stringify(user('fresh')) })
    await flushPromises()
    expect(field.isConnected).toBe(true)
    expect(JSON.parse(sessionStorage.getItem(KEY)!).access_token).toBe('fresh')
    other.leave()
  })
})

import { screen, waitFor, within } from '@testing-library/vue'
import { User, UserManager } from 'oidc-client-ts'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { staff } from '@/api/bearer'
import { readQueue } from '@/api/queue'
import { sessionOver } from '@/login'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { axeFindings, flushPromises, loggedIn, openAt } from '@/testing/harness'

const KEY = 'oidc.user:/auth:app'
const user = (token: string) => ({ access_token: token, token_type: 'Bearer', profile: {}, expires_at: Math.floor(Date.now() / 1000) + 300 })

/** The login is over at the login service, and so nothing renews it. */
function endSession(): void {
  sessionStorage.setItem(KEY, JSON.stringify({ ...user('old'), expires_at: 1 }))
}

/** The window of the login, in which somebody logs in. */
function windowOf(token: string) {
  return vi.spyOn(UserManager.prototype, 'signinPopup').mockImplementation(async () => {
    sessionStorage.setItem(KEY, JSON.stringify(user(token)))
    return user(token) as never
  })
}

/** A booking for somebody on the telephone, all but confirmed. */
async function typedBooking() {
  loggedIn()
  const view = await openAt('/equipe/maisons/moyaux/rendez-vous')
  await waitFor(() => expect(document.activeElement?.id).toBe('phone-procedure'))
  await view.user.keyboard('pe')
  await screen.findByRole('option', { name: /permis/ })
  await view.user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement?.hasAttribute('data-at')).toBe(true))
  await view.user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement?.id).toBe('firstName'))
  await view.user.keyboard('Jeanne{Tab}Lefèvre')
  const sent = () => view.api.calls.filter(({ method, path }) => method === 'POST' && path === '/bookings')
  const confirm = () => view.user.click(screen.getByRole('button', { name: 'Confirmer le rendez-vous' }))
  const dialog = () => screen.findByRole('dialog', { name: 'Connectez-vous pour continuer' })
  const enter = async () => view.user.click(within(await dialog()).getByRole('button', { name: 'Se connecter' }))
  return { ...view, sent, confirm, dialog, enter }
}

describe('the end of a login', () => {
  beforeEach(() => sessionStorage.clear())

  it('keeps a booking that is typed, and sends it once, as the agent, after the next login', async () => {
    const { sent, confirm, dialog, enter } = await typedBooking()
    endSession()
    await confirm()
    await within(await dialog()).findByText('Votre session est terminée. Connectez-vous à nouveau.')
    expect(await axeFindings()).toEqual([])
    expect(sent()).toEqual([])
    windowOf('new')
    await enter()
    await screen.findByRole('heading', { name: 'C’est noté' })
    expect(sent().map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer new'])
    expect(sent()[0]!.body.visitor).toMatchObject({ firstName: 'Jeanne', lastName: 'Lefèvre' })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(sessionOver.value).toBe(false)
  })

  it('does nothing when the agent wants to log in later, and says so where it was asked for', async () => {
    const { sent, confirm, dialog, user: hand } = await typedBooking()
    endSession()
    await confirm()
    await hand.click(within(await dialog()).getByRole('button', { name: 'Plus tard' }))
    await screen.findByRole('heading', { name: 'Votre session est terminée' })
    expect(screen.getByLabelText(/^Prénom/)).toHaveProperty('value', 'Jeanne')
    await hand.click(screen.getByRole('button', { name: 'Réessayer' }))
    await dialog()
    expect(sent()).toEqual([])
  })

  it('shows nothing of it to another agent, and sends nothing in their name', async () => {
    const { sent, confirm, enter, api } = await typedBooking()
    endSession()
    await confirm()
    api.on('GET /me', () => ok({ username: 'hugo', firstName: 'Hugo', lastName: 'R', roles: ['clerk'], sites: [{ id: 'moyaux', name: 'Moyaux' }], partner: null }))
    windowOf('hugo')
    await enter()
    await waitFor(() => expect(screen.queryByLabelText(/^Prénom/)).toBeNull())
    expect(document.body.innerHTML).not.toContain('Jeanne')
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('Jeanne')
    await flushPromises()
    expect(sent()).toEqual([])
  })

  it.each([['Attempted to navigate on a disposed window', /n’a pas ouvert la fenêtre/], ['Failed to fetch', /ne répond pas/]])(
    'says what is the matter with the window: %s',
    async (message, words) => {
      const { confirm, dialog, enter } = await typedBooking()
      endSession()
      await confirm()
      vi.spyOn(UserManager.prototype, 'signinPopup').mockRejectedValue(new Error(message))
      await enter()
      await within(await dialog()).findByText(words)
      expect(screen.getByLabelText(/^Prénom/)).toHaveProperty('value', 'Jeanne')
    },
  )

  it('is told by a board that can no longer be read, and mended by the next login', async () => {
    loggedIn()
    const { api, user: hand } = await openAt('/equipe/maisons/moyaux')
    await screen.findByRole('heading', { name: /attendent/ })
    endSession()
    const before = api.calls.length
    window.dispatchEvent(new Event('offline'))
    window.dispatchEvent(new Event('online'))
    await screen.findByText('Votre session est terminée. Connectez-vous à nouveau.')
    expect(api.calls.slice(before).filter(({ path, headers }) => /queue/.test(path) && !headers.has('Authorization'))).toEqual([])
    windowOf('new')
    await hand.click(screen.getByRole('button', { name: 'Se connecter' }))
    await waitFor(() => expect(api.calls.at(-1)!.headers.get('Authorization')).toBe('Bearer new'))
    await waitFor(() => expect(screen.queryByText(/Votre session est terminée/)).toBeNull())
  })

  it('is told to the page that waits by the window of the login', async () => {
    window.history.replaceState(null, '', '/equipe/retour?code=c&state=abc%3Bbeside')
    const told = vi.spyOn(UserManager.prototype, 'signinPopupCallback').mockResolvedValue()
    await openAt('/equipe/retour?code=c&state=abc%3Bbeside')
    await screen.findByRole('heading', { name: 'Vous êtes connecté' })
    screen.getByText('Votre page continue dans l’autre fenêtre. Vous pouvez fermer celle-ci.')
    await waitFor(() => expect(told).toHaveBeenCalledOnce())
    expect(new URL(told.mock.calls[0]![0]!).searchParams.get('state')).toBe('abc')
  })

  it('renews a token that the API no longer takes, without a word, and sends again', async () => {
    const api = fakeApi()
    vi.stubGlobal('fetch', api.fetch)
    sessionStorage.setItem(KEY, JSON.stringify({ ...user('old'), refresh_token: 'more' }))
    api.on('POST /tickets/t1/finish', (request) => (request.headers.get('Authorization') === 'Bearer new' ? ok({}) : problem(401, 'unauthorized')))
    vi.spyOn(UserManager.prototype, 'signinSilent').mockResolvedValue(new User(user('new') as never))
    const { response } = await staff.POST('/api/v1/tickets/{id}/finish', { params: { path: { id: 't1' } } })
    expect(response.status).toBe(200)
    expect(sessionOver.value).toBe(false)
  })

  it('is not believed when only the login service does not answer', async () => {
    const api = fakeApi()
    vi.stubGlobal('fetch', api.fetch)
    sessionStorage.setItem(KEY, JSON.stringify({ ...user('old'), expires_at: 1, refresh_token: 'more' }))
    vi.spyOn(UserManager.prototype, 'signinSilent').mockRejectedValue(new TypeError('Failed to fetch'))
    await expect(readQueue('moyaux')).rejects.toMatchObject({ name: 'NoAnswer' })
    expect(sessionOver.value).toBe(false)
    expect(api.calls.filter(({ path }) => path.includes('queue'))).toEqual([])
  })
})

import { screen } from '@testing-library/vue'
import { UserManager } from 'oidc-client-ts'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { asManager, axeFindings, loggedIn, openAt } from '@/testing/harness'
import { ok } from '@/testing/fakeApi'

const KEPT = [
  { type: 'password', userCredentialMetadatas: [{ credential: { id: 'p', createdDate: 0 } }] },
  { type: 'otp', userCredentialMetadatas: [{ credential: { id: 'o', createdDate: Date.UTC(2026, 8, 1, 10) } }] },
  { type: 'webauthn', userCredentialMetadatas: [{ credential: { id: 'w', userLabel: 'Clé bleue', createdDate: Date.UTC(2026, 9, 5, 10) } }] },
  { type: 'webauthn-passwordless' },
]

async function page(answer: () => ReturnType<typeof ok> = () => ok(KEPT)) {
  const api = asManager()
  api.on('GET /auth/account/credentials', answer)
  loggedIn()
  return openAt('/equipe/connexion', api)
}

const left = () => vi.spyOn(UserManager.prototype, 'signinRedirect').mockResolvedValue(undefined as never)

describe('one’s own login', () => {
  beforeEach(() => {
    vi.restoreAllMocks()
    sessionStorage.clear()
  })

  it('shows one’s second factors, by name and day, and asks the login service as who one is', async () => {
    const { api } = await page()
    await screen.findByText('Clé bleue')
    screen.getByText('Clé d’accès, depuis le 5 octobre 2026')
    screen.getByText('Code du téléphone, depuis le 1er septembre 2026')
    expect(screen.getAllByRole('button', { name: /^Retirer/ })).toHaveLength(2)
    expect(api.calls.find(({ path }) => path === '/auth/account/credentials')!.headers.get('Authorization')).toBe('Bearer bearer')
    expect(await axeFindings()).toEqual([])
  })

  it.each([
    ['Changer mon mot de passe', 'UPDATE_PASSWORD'],
    ['Ajouter une clé d’accès', 'webauthn-register'],
    ['Ajouter un code du téléphone', 'CONFIGURE_TOTP'],
    ['Retirer : Clé bleue', 'delete_credential:w'],
  ])('“%s” leaves for the login service, which asks who it is, and comes back here', async (name, action) => {
    const { user } = await page()
    const gone = left()
    await user.click(await screen.findByRole('button', { name }))
    expect(gone).toHaveBeenCalledWith(
      expect.objectContaining({ prompt: 'login', login_hint: 'marc', state: '/equipe/connexion', extraQueryParams: { kc_action: action } }),
    )
  })

  it('says when the login service does not answer, and tries again', async () => {
    let down = true
    const { user } = await page(() => (down ? ok({}, 503) : ok([])))
    const again = await screen.findByRole('button', { name: 'Réessayer' })
    down = false
    await user.click(again)
    await screen.findByText('Vous n’en avez pas encore.')
  })

  it('goes on to the login that asks for a passkey, where somebody would rather prepare one', async () => {
    const gone = left()
    await openAt('/equipe/connexion/cle')
    await vi.waitFor(() => expect(gone).toHaveBeenCalledWith(expect.objectContaining({ scope: 'openid passkey', prompt: 'login', redirectMethod: 'replace' })))
  })
})

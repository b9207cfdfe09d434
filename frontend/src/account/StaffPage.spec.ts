import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { STEPS } from '@/testing/fakeFiles'
import { asAdmin, loggedIn, openAt } from '@/testing/harness'
import { CAF } from '@/testing/world'

const ME = { username: 'x', firstName: 'Luc', lastName: 'Roy', roles: ['partner'], sites: [], partner: CAF }

describe('the staff area', () => {
  beforeEach(() => sessionStorage.clear())

  it('offers to log in to who is not', async () => {
    const { api, findByRole } = await openAt('/equipe')
    await findByRole('button', { name: 'Se connecter' })
    expect(api.calls.some(({ path }) => path === '/me')).toBe(false)
  })

  it('says who a clerk is and where they may act', async () => {
    loggedIn()
    const { api, findByText, getByRole, getByText } = await openAt('/equipe')
    await findByText('Bonjour Claire')
    getByText('Agent d’accueil : France services de Moyaux')
    expect(getByRole('link', { name: 'France services de Moyaux' }).getAttribute('href')).toBe('/equipe/maisons/moyaux')
    expect(api.calls.find(({ path }) => path === '/me')?.headers.get('Authorization')).toBe('Bearer bearer')
    expect(api.calls.some(({ path }) => path === '/first-steps')).toBe(false)
  })

  it('leads a partner’s agent to the sessions to come', async () => {
    loggedIn()
    const api = fakeApi()
    api.on('GET /me', () => ok(ME))
    const { findByText, router } = await openAt('/equipe', api)
    // The frame has the name already on the way there.
    await findByText('Pour CAF')
    expect(router.currentRoute.value.name).toBe('partner')
  })

  it('leads the administrator of an empty installation to the first steps', async () => {
    loggedIn()
    const api = asAdmin()
    api.on('GET /first-steps', () => ok({ ...STEPS, sites: 0 }))
    const { findByRole } = await openAt('/equipe', api)
    const lead = await findByRole('link', { name: 'Commencer les premiers pas' })
    expect(lead.getAttribute('href')).toBe('/equipe/imports')
  })

  it('says nothing of first steps once there are houses', async () => {
    loggedIn()
    const { api, findByText, queryByRole } = await openAt('/equipe', asAdmin())
    await waitFor(() => expect(api.calls.some(({ path }) => path === '/first-steps')).toBe(true))
    await findByText('Bonjour Anne')
    expect(queryByRole('link', { name: 'Commencer les premiers pas' })).toBeNull()
  })

  it('explains a session that the API no longer takes, and forgets it', async () => {
    loggedIn()
    const api = fakeApi()
    api.on('GET /me', () => problem(401, 'unauthorized'))
    const { findByText, getByRole } = await openAt('/equipe', api)
    await findByText('Votre session est terminée. Connectez-vous à nouveau.')
    getByRole('button', { name: 'Se connecter' })
    expect(sessionStorage.getItem('oidc.user:/auth:app')).toBeNull()
  })

  it('explains an account without rights, and lets it log out', async () => {
    loggedIn()
    const api = fakeApi()
    api.on('GET /me', () => problem(403, 'forbidden'))
    const { findByText, getByRole } = await openAt('/equipe', api)
    await findByText(/Votre compte n’a pas accès/)
    getByRole('button', { name: 'Se déconnecter' })
  })

  it('a login that fails on the way back can be begun again', async () => {
    const { getByText } = await openAt('/equipe/retour?error=access_denied&state=x')
    await waitFor(() => getByText('La connexion n’a pas abouti. Recommencez.'))
  })
})

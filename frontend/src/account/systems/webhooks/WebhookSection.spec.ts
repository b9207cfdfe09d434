import { screen, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { problem } from '@/testing/fakeApi'
import { asAdmin, axeFindings, loggedIn, openAt } from '@/testing/harness'

describe('addresses of another system', () => {
  beforeEach(() => {
    sessionStorage.clear()
    loggedIn()
  })

  /** The scope was given, or not. */
  async function open(scopes = ['slots:read', 'webhooks']) {
    const api = asAdmin()
    const page = await openAt('/equipe/logiciels', api)
    await screen.findByRole('link', { name: 'La Coop' })
    await page.api.fetch(new Request('http://localhost/api/v1/integrators/s1', { method: 'PUT', body: JSON.stringify({ scopes, name: 'La Coop' }), headers: { 'Content-Type': 'application/json' } }))
    await page.router.push('/equipe/logiciels/s1')
    await screen.findByRole('heading', { name: 'Adresses prévenues' })
    return page
  }

  it('that are off are told where all systems are listed', async () => {
    await openAt('/equipe/logiciels', asAdmin())
    expect(await screen.findAllByText('1 adresse d’un logiciel est arrêtée.')).toHaveLength(2)
    expect(await axeFindings()).toEqual([])
  })

  it('are entered, and their secret is shown once', async () => {
    const { user, api } = await open()
    await user.type(await screen.findByLabelText('Adresse'), 'https://www.example.org/new')
    await user.click(screen.getByText(/^Seulement ces changements/, { selector: 'summary' }))
    expect(screen.queryByRole('checkbox', { name: 'booking.created' })).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: 'session.cancelled' }))
    await user.click(screen.getByRole('button', { name: 'Ajouter l’adresse' }))
    await screen.findByText('whsec_told-once')
    await screen.findByText('https://www.example.org/new', { selector: 'p > code' })
    expect(api.calls.find(({ method, path }) => method === 'POST' && path === '/webhooks')?.body).toEqual({ integratorId: 's1', url: 'https://www.example.org/new', types: ['session.cancelled'] })
    expect(await axeFindings()).toEqual([])
  })

  it('say why they are refused', async () => {
    const { user, api } = await open()
    api.on('POST /webhooks', () => problem(400, 'invalid-request', { errors: [{ field: 'url', message: 'Cette adresse n’est pas publique : elle mène à un réseau privé.' }] }))
    await user.type(await screen.findByLabelText('Adresse'), 'https://10.0.0.1/')
    await user.click(screen.getByRole('button', { name: 'Ajouter l’adresse' }))
    expect(await screen.findAllByText(/^Cette adresse n’est pas publique/)).toHaveLength(2)
    expect(screen.getByLabelText('Adresse').getAttribute('aria-invalid')).toBe('true')
  })

  it('are only for who has the scope', async () => {
    await open(['slots:read'])
    await screen.findByText(/^Cochez d’abord/)
    expect(screen.queryByLabelText('Adresse')).toBeNull()
  })

  it('come back once they answer a try', async () => {
    const { user } = await open()
    await screen.findByText(/^Arrêtée le .* « 410 Gone »$/)
    await user.click(screen.getByRole('button', { name: /^Essayer maintenant.*w2$/ }))
    await screen.findByText('L’essai a réussi : HTTP 204.')
    expect(screen.queryByText(/^Arrêtée le/)).toBeNull()
  })

  it('have a log, of which one or a whole time goes again', async () => {
    const { user, api } = await open()
    await user.click(await screen.findByRole('button', { name: /^Journal.*w1$/ }))
    await screen.findByText('pas de réponse à temps', { exact: false })
    const failed = screen.getByText('Oups').closest('li')!
    await user.click(within(failed).getByRole('button', { name: /^Renvoyer/ }))
    await within(failed).findByText('attend')
    await user.type(screen.getByLabelText('Tout renvoyer depuis le'), '2026-11-20')
    await user.click(screen.getByRole('button', { name: 'Renvoyer' }))
    await screen.findByText('3 envois repartent.')
    expect(api.calls.find(({ path }) => path.endsWith('/replay'))?.body.from).toMatch(/^2026-11-(19|20)T/)
    expect(await axeFindings()).toEqual([])
  })

  it('get another secret, and go only after a question', async () => {
    const { user } = await open()
    await user.click(await screen.findByRole('button', { name: /^Changer le secret.*w1$/ }))
    await screen.findByText('whsec_another-one')
    await user.click(screen.getByRole('button', { name: /^Supprimer.*w1$/ }))
    const dialog = await screen.findByRole('dialog', { name: /^Supprimer https/ })
    await user.click(within(dialog).getByRole('button', { name: 'Supprimer' }))
    await screen.findByRole('heading', { name: 'Adresses prévenues' })
    expect(screen.queryByText('https://www.example.org/w1')).toBeNull()
  })
})

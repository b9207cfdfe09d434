import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { list, ok, problem } from '@/testing/fakeApi'
import { asAdmin, axeFindings, loggedIn, openAt } from '@/testing/harness'

const W1 = { id: 'w1', integratorId: 's1', url: 'https://www.example.org/w1', types: [], state: 'active', waiting: 0, createdAt: '2026-11-22T09:00:00Z', createdBy: 'anne' }

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
    expect(screen.queryByRole('checkbox', { name: 'booking.created' })).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: 'session.cancelled' }))
    await user.click(screen.getByRole('button', { name: 'Ajouter l’adresse' }))
    await screen.findByText('whsec_told-once')
    await screen.findByText('https://www.example.org/new', { selector: 'p > code' })
    expect(api.calls.find(({ method, path }) => method === 'POST' && path === '/webhooks')?.body).toEqual({ integratorId: 's1', url: 'https://www.example.org/new', types: ['session.cancelled'], sites: [] })
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

  it('hear of other changes in other houses, and elsewhere only after a try', async () => {
    const { user, api } = await open()
    await screen.findByText('France services de Moyaux', { selector: '.card p' })
    await user.click(screen.getByRole('button', { name: /^Modifier.*w1$/ }))
    const form = (await screen.findByRole('button', { name: 'Enregistrer l’adresse' })).closest('form')!
    const url = within(form).getByLabelText('Adresse')
    await user.clear(url)
    await user.type(url, 'https://www.example.org/other')
    within(form).getByText(/^À une autre adresse, rien ne part/)
    await user.click(within(form).getByRole('button', { name: /^Retirer.*Moyaux/ }))
    await user.click(within(form).getByRole('checkbox', { name: 'session.held' }))
    expect(await axeFindings()).toEqual([])
    await user.click(within(form).getByRole('button', { name: 'Enregistrer l’adresse' }))
    await screen.findByText('L’adresse est enregistrée.')
    const sent = api.calls.find(({ method, path }) => method === 'PUT' && path === '/webhooks/w1')!
    expect(sent.body).toEqual({ url: 'https://www.example.org/other', types: ['session.held'], sites: [] })
    await screen.findByText('N’a pas encore répondu à un essai : rien ne part')
    expect(screen.queryByRole('button', { name: 'Enregistrer l’adresse' })).toBeNull()
  })

  it('that somebody else changed meanwhile keep one’s own words', async () => {
    const { user, api } = await open()
    api.on('PUT /webhooks/w1', () => problem(412, 'stale', { detail: 'Cette fiche a changé.' }))
    await user.click(await screen.findByRole('button', { name: /^Modifier.*w1$/ }))
    const form = (await screen.findByRole('button', { name: 'Enregistrer l’adresse' })).closest('form')!
    await user.type(within(form).getByLabelText('Adresse'), '/mine')
    await user.click(within(form).getByRole('button', { name: 'Enregistrer l’adresse' }))
    await screen.findByText('Cette fiche a changé.')
    expect(within(form).getByLabelText<HTMLInputElement>('Adresse').value).toMatch(/\/mine$/)
  })

  it('are only for who has the scope', async () => {
    await open(['slots:read'])
    await screen.findByText(/^Cochez d’abord .* ci-dessus, puis enregistrez/)
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
    const failed = screen.getAllByText('Oups')[0]!.closest('li')!
    await user.click(within(failed).getByText(/^2 essais, chaque réponse/))
    within(failed).getByText(/serveur injoignable$/)
    await user.click(within(failed).getByRole('button', { name: /^Renvoyer/ }))
    await within(failed).findByText('attend')
    await user.type(screen.getByLabelText('Renvoyer depuis le'), '2026-11-20')
    await user.type(screen.getByLabelText('Jusqu’au'), '2026-11-21')
    await user.click(screen.getByRole('button', { name: 'Renvoyer' }))
    await screen.findByText('3 envois repartent.')
    const { from, to } = api.calls.find(({ path }) => path.endsWith('/replay'))!.body as Record<string, string>
    expect((Date.parse(to!) - Date.parse(from!)) / 3_600_000).toBe(48)
    expect(from).toMatch(/^2026-11-(19|20)T/)
    expect(await axeFindings()).toEqual([])
  })

  /** The dialog's own button. */
  async function sure(user: { click: (on: Element) => Promise<void> }, what: string): Promise<void> {
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: what }))
  }

  it('get another secret, and go only after a question', async () => {
    const { user, api } = await open()
    await user.click(await screen.findByRole('button', { name: /^Changer le secret.*w1$/ }))
    expect(api.calls.some(({ path }) => path.endsWith('/secret'))).toBe(false)
    await screen.findByText(/^Entrez le nouveau secret/)
    await sure(user, 'Changer le secret')
    const card = (await screen.findByText('whsec_another-one')).closest('li')!
    within(card).getByText('https://www.example.org/w1', { selector: 'p > code' })
    await user.click(screen.getByRole('button', { name: /^Supprimer.*w1$/ }))
    const dialog = await screen.findByRole('dialog', { name: /^Supprimer https/ })
    await user.click(within(dialog).getByRole('button', { name: 'Supprimer' }))
    await screen.findByRole('heading', { name: 'Adresses prévenues' })
    expect(screen.queryByText('https://www.example.org/w1')).toBeNull()
  })

  it('hear the same secret when the answer was lost, and say that a third ends both', async () => {
    const { user, api } = await open()
    let lost = true
    const sent: (string | null)[] = []
    api.on('POST /webhooks/w1/secret', (request, { overlapHours }) => {
      sent.push(`${request.headers.get('Idempotency-Key')} ${String(overlapHours)}`)
      api.on('GET /webhooks', () => list([{ ...W1, secretBeforeUntil: '2099-01-01T00:00:00Z' }]))
      if (!lost) return ok({ ...W1, newSecret: 'whsec_another-one' })
      lost = false
      throw new TypeError('no network')
    })
    const renew = async () => {
      await user.click(await screen.findByRole('button', { name: /^Changer le secret.*w1$/ }))
      await sure(user, 'Changer le secret')
    }
    await renew()
    await waitFor(() => expect(screen.queryByRole('button', { name: /w2$/ })).toBeNull())
    await renew()
    await screen.findByText('whsec_another-one')
    expect(sent).toHaveLength(2)
    expect(sent[1]).toBe(sent[0])
    expect(sent[0]).toMatch(/ 168$/)
    await user.click(screen.getByRole('button', { name: /^Changer le secret.*w1$/ }))
    await screen.findByText(/^L’ancien secret sert encore/)
    await sure(user, 'Changer le secret')
    await waitFor(() => expect(sent).toHaveLength(3))
    expect(sent[2]).toMatch(/ 0$/)
  })

  it('are entered once however often they are sent', async () => {
    const { user, api } = await open()
    const sent: (string | null)[] = []
    api.on('POST /webhooks', (request) => {
      sent.push(request.headers.get('Idempotency-Key'))
      throw new TypeError('no network')
    })
    await user.type(await screen.findByLabelText('Adresse'), 'https://www.example.org/new')
    for (const times of [1, 2]) {
      await user.click(screen.getByRole('button', { name: 'Ajouter l’adresse' }))
      await waitFor(() => expect(sent).toHaveLength(times))
    }
    expect(sent[0]).toBeTruthy()
    expect(sent[1]).toBe(sent[0])
  })

  it('say what is wrong with a time of the log', async () => {
    const { user, api } = await open()
    await user.click(await screen.findByRole('button', { name: /^Journal.*w1$/ }))
    await user.click(await screen.findByRole('button', { name: 'Renvoyer' }))
    await screen.findByText('Choisissez depuis quel jour.')
    expect(screen.getByLabelText('Renvoyer depuis le').getAttribute('aria-invalid')).toBe('true')
    expect(api.calls.some(({ path }) => path.endsWith('/replay'))).toBe(false)
    await user.type(screen.getByLabelText('Renvoyer depuis le'), '2026-11-20')
    await user.type(screen.getByLabelText('Jusqu’au'), '2026-11-19')
    await user.click(screen.getByRole('button', { name: 'Renvoyer' }))
    await screen.findByText('Ce jour est avant le premier.')
    await user.clear(screen.getByLabelText('Jusqu’au'))
    api.on('POST /webhooks/w1/replay', () => problem(400, 'invalid-request', { errors: [{ field: 'from', message: 'Au plus 2 000 changements.' }] }))
    await user.click(screen.getByRole('button', { name: 'Renvoyer' }))
    await screen.findByText('Au plus 2 000 changements.')
    expect(screen.queryByText('Choisissez depuis quel jour.')).toBeNull()
  })
})

import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { list, ok, problem } from '@/testing/fakeApi'
import { asAdmin, axeFindings, loggedIn, openAt } from '@/testing/harness'

describe('other systems', () => {
  beforeEach(() => {
    sessionStorage.clear()
    loggedIn()
  })

  it('are listed with their scopes and their last call', async () => {
    await openAt('/equipe/logiciels', asAdmin())
    await screen.findByRole('link', { name: 'La Coop' })
    screen.getByText('slots:read')
    screen.getByText(/^dernier appel le/)
  })

  it('get a key whose secret is shown once', async () => {
    const { user, api, router } = await openAt('/equipe/logiciels/nouveau', asAdmin())
    await user.type(await screen.findByLabelText('Nom du logiciel'), 'Une mairie')
    await user.type(screen.getByLabelText('Personne à joindre'), 'Ada')
    await user.type(screen.getByLabelText('Son e-mail'), 'ada@example.org')
    await user.click(screen.getByRole('checkbox', { name: /^Lire les maisons/ }))
    await user.type(screen.getByLabelText('Départements'), '14, 2a')
    await user.click(screen.getByRole('button', { name: 'Créer sa clé' }))
    await screen.findByText('told-once')
    expect(api.calls.find(({ method, path }) => method === 'POST' && path === '/integrators')?.body).toMatchObject({ name: 'Une mairie', scopes: ['slots:read'], departments: ['14', '2A'], sites: [] })
    expect(router.currentRoute.value.fullPath).toBe('/equipe/logiciels/s2')
    expect(await axeFindings()).toEqual([])
    await router.push('/equipe/logiciels')
    await router.push('/equipe/logiciels/s2')
    await screen.findByRole('heading', { name: 'Une mairie' })
    expect(screen.queryByText('told-once')).toBeNull()
  })

  it('are bound to several partners, which are looked up, added and taken out', async () => {
    const api = asAdmin()
    api.on('GET /partners', () => list(['CAF', 'MSA', 'France Travail'].map((fr, n) => ({ id: `p-${n}`, code: `c${n}`, name: { fr, en: fr } }))))
    const { user } = await openAt('/equipe/logiciels/s1', api)
    const field = await screen.findByRole('combobox', { name: 'Ajouter un partenaire' })
    await user.type(field, 'msa')
    await user.click(await screen.findByRole('option', { name: 'MSA' }))
    await user.type(field, 'trav')
    await user.keyboard('{ArrowDown}{Enter}')
    expect((field as HTMLInputElement).value).toBe('')
    await user.click(screen.getByRole('button', { name: 'Retirer CAF' }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(api.calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({ partners: ['p-1', 'p-2'], sites: ['moyaux'], departments: ['14'] }))
    expect(await axeFindings()).toEqual([])
  })

  it('say at each field what is wrong', async () => {
    const api = asAdmin()
    api.on('POST /integrators', () => problem(400, 'invalid-request', { errors: [{ field: 'scopes', message: 'Au moins une autorisation.' }, { field: 'departments[0]', message: 'Un code de département.' }] }))
    const { user } = await openAt('/equipe/logiciels/nouveau', api)
    await user.type(await screen.findByLabelText('Départements'), 'x')
    await user.click(screen.getByRole('button', { name: 'Créer sa clé' }))
    await waitFor(() => expect(screen.getAllByText('Au moins une autorisation.')).toHaveLength(2))
    expect(screen.getByLabelText('Départements').getAttribute('aria-invalid')).toBe('true')
  })

  it('get another key, and lose one or all of them only after a question', async () => {
    const { user } = await openAt('/equipe/logiciels/s1', asAdmin())
    await user.click(await screen.findByRole('button', { name: 'Créer une autre clé' }))
    await screen.findByText('another-one')
    await screen.findByText(/^Valable jusqu’au/)
    await user.click(screen.getByRole('button', { name: 'Retirer tout accès' }))
    await screen.findByRole('dialog', { name: 'Retirer tout accès à La Coop ?' })
    await user.click(screen.getAllByRole('button', { name: 'Retirer tout accès' }).at(-1)!)
    await screen.findByText(/^Accès retiré le/)
    expect(screen.queryByRole('button', { name: 'Enregistrer' })).toBeNull()
  })

  it('whose secret was lost with an answer are made once, and say so', async () => {
    const { user, api } = await openAt('/equipe/logiciels/s1', asAdmin())
    const sent: (string | null)[] = []
    let lost = true
    api.on('POST /integrators/s1/keys', async (request) => {
      sent.push(request.headers.get('Idempotency-Key'))
      if (!lost) return ok(await (await api.fetch(new Request('http://localhost/api/v1/integrators/s1'))).json())
      lost = false
      throw new TypeError('no network')
    })
    for (const times of [1, 2]) {
      await user.click(await screen.findByRole('button', { name: 'Créer une autre clé' }))
      await waitFor(() => expect(sent).toHaveLength(times))
    }
    await screen.findByText(/^La clé est créée, mais la réponse/)
    expect(sent[0]).toBeTruthy()
    expect(sent[1]).toBe(sent[0])
  })

  it('that somebody else changed meanwhile keep one’s own words', async () => {
    const api = asAdmin()
    api.on('PUT /integrators/s1', () => problem(412, 'stale', { detail: 'Cette fiche a changé.' }))
    const { user } = await openAt('/equipe/logiciels/s1', api)
    const contact = await screen.findByRole<HTMLInputElement>('textbox', { name: /^Personne à joindre|^Qui/ })
    await user.type(contact, ' bis')
    const typed = contact.value
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await screen.findByText('Cette fiche a changé.')
    expect(contact.value).toBe(typed)
  })
})

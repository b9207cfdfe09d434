import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { problem } from '@/testing/fakeApi'
import { asAdmin, asManager, axeFindings, loggedIn, openAt } from '@/testing/harness'

describe('the agents of a house', () => {
  beforeEach(() => {
    sessionStorage.clear()
    loggedIn()
  })

  it('are listed with what they are and how they stand, and found by name', async () => {
    const { user } = await openAt('/equipe/agents', asManager())
    await screen.findByRole('link', { name: 'Claire Martin' })
    screen.getByText('Invité', { selector: '.standing' })
    await user.type(screen.getByRole('searchbox', { name: /Nom, identifiant/ }), 'hug')
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Claire Martin' })).toBeNull())
    screen.getByRole('link', { name: 'Hugo Petit' })
    expect(await axeFindings()).toEqual([])
  })

  it('that match nothing are said to be none, and a list that fails can be asked for again', async () => {
    const api = asManager()
    api.on('GET /agents', () => problem(503, 'busy'))
    await openAt('/equipe/agents', api)
    await screen.findByRole('button', { name: /Réessayer/ }, { timeout: 9000 })
  }, 12_000)

  it('go out as a table and come back: looked at first, then brought in as it was seen', async () => {
    const { user, api } = await openAt('/equipe/agents', asManager())
    await user.click(await screen.findByText('Tableau'))
    await user.upload(screen.getByLabelText('Rapporter un fichier CSV'), new File(['username'], 'agents.csv', { type: 'text/csv' }))
    const preview = (await screen.findByText('Ce qui changerait')).closest('section')!
    expect(within(preview).getByRole('rowheader', { name: 'nina' })).toBeTruthy()
    expect(within(preview).getByText('manager: moyaux')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    await user.click(within(preview).getByRole('button', { name: 'Importer' }))
    expect(await screen.findByText(/C’est importé : 1/)).toBeTruthy()
    expect(api.calls.find(({ method, path }) => method === 'POST' && path === '/imports/tables/agents/file')?.query).toContain('digest=d1')
  })

  it('of a table with wrong cells are named line by line', async () => {
    const api = asManager()
    api.on('POST /imports/tables/agents/preview', () => problem(400, 'invalid-request', { errors: [{ field: 'line3.email', message: 'Cette adresse n’a pas la forme nom@exemple.fr.' }] }))
    const { user } = await openAt('/equipe/agents', api)
    await user.click(await screen.findByText('Tableau'))
    await user.upload(screen.getByLabelText('Rapporter un fichier CSV'), new File(['username'], 'agents.csv', { type: 'text/csv' }))
    expect(await screen.findByText('Ligne 3, E-mail : Cette adresse n’a pas la forme nom@exemple.fr.')).toBeTruthy()
  })

  it('are invited with a username that follows from the name', async () => {
    const { user, api, router } = await openAt('/equipe/agents/nouveau', asManager())
    await user.type(await screen.findByLabelText('Prénom'), 'Éloïse')
    await user.type(screen.getByLabelText('Nom'), 'Le Goff')
    await user.type(screen.getByLabelText('E-mail'), 'eloise@example.org')
    expect(screen.getByLabelText<HTMLInputElement>('Identifiant').value).toBe('eloise.le-goff')
    await user.click(screen.getByRole('button', { name: 'Envoyer l’invitation' }))
    await screen.findByText('L’agent est inscrit, et l’invitation part.')
    expect(api.calls.find(({ method, path }) => method === 'POST' && path === '/agents')?.body).toMatchObject({ username: 'eloise.le-goff', assignments: [{ role: 'clerk', sites: ['moyaux'] }] })
    expect(router.currentRoute.value.params.agent).toBe('a9')
  })

  it('are several things in several places, and a partner’s agent is everywhere only when that is said', async () => {
    const api = asAdmin()
    const { user } = await openAt('/equipe/agents/nouveau', api)
    await user.type(await screen.findByLabelText('Prénom'), 'Paul')
    await user.type(screen.getByLabelText('Nom'), 'Roy')
    await user.type(screen.getByRole('combobox', { name: /Ajouter une maison/ }), 'moyaux')
    await user.click((await screen.findAllByRole('option'))[0]!)
    await user.selectOptions(await screen.findByRole('combobox', { name: /^Rôle à/ }), 'manager')
    await user.click(screen.getByRole('checkbox', { name: 'Tient les permanences d’un partenaire' }))
    expect(screen.getByRole('radio', { name: 'Toute la France' })).toHaveProperty('checked', false)
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Partenaire' }), 'CAF')
    await user.click(screen.getByRole('radio', { name: /^Certains départements/ }))
    await user.type(screen.getByLabelText('Départements'), '14, 2a')
    await user.click(screen.getByRole('checkbox', { name: 'Administrateur' }))
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Envoyer l’invitation' }))
    await screen.findByText(/^L’agent est inscrit/)
    const { body } = api.calls.find(({ method, path }) => method === 'POST' && path === '/agents')!
    expect((body.assignments as { role: string }[]).map(({ role }) => role)).toEqual(['manager', 'partner', 'admin'])
    expect((body.assignments as object[])[1]).toMatchObject({ departments: ['14', '2A'], wholeCountry: false, sites: [] })
  })

  it('are shown what is wrong of a place beside that place', async () => {
    const api = asAdmin()
    api.on('POST /agents', () => problem(400, 'invalid-request', { errors: [{ field: 'assignments[0].wholeCountry', message: 'Des maisons, ou toute la France.' }] }))
    const { user } = await openAt('/equipe/agents/nouveau', api)
    await user.click(await screen.findByRole('checkbox', { name: 'Tient les permanences d’un partenaire' }))
    await user.click(screen.getByRole('button', { name: 'Envoyer l’invitation' }))
    await screen.findAllByText('Des maisons, ou toute la France.')
    expect(document.querySelector('#agent-reach')?.textContent).toContain('Des maisons, ou toute la France.')
  })

  it('are shown what is wrong at the fields', async () => {
    const api = asManager()
    api.on('POST /agents', () => problem(400, 'invalid-request', { errors: [{ field: 'username', message: 'De 3 à 60 lettres.' }] }))
    const { user } = await openAt('/equipe/agents/nouveau', api)
    await user.click(await screen.findByRole('button', { name: 'Envoyer l’invitation' }))
    await screen.findAllByText('De 3 à 60 lettres.')
  })
})

describe('one agent', () => {
  beforeEach(() => {
    sessionStorage.clear()
    loggedIn()
  })

  it('is disabled after a question, and brought back', async () => {
    const { user, api } = await openAt('/equipe/agents/a1', asManager())
    await user.click(await screen.findByRole('button', { name: 'Désactiver' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Désactiver' }))
    await screen.findByText('L’agent est désactivé.')
    expect(api.calls.find(({ path }) => path === '/agents/a1/disabling')?.headers.get('If-Match')).toBe('"0"')
    await user.click(await screen.findByRole('button', { name: 'Réactiver' }))
    await screen.findByText('L’agent peut de nouveau se connecter.')
  })

  it('gets another invitation, and shows who changed what', async () => {
    const { user } = await openAt('/equipe/agents/a1', asManager())
    await user.click(await screen.findByRole('button', { name: 'Envoyer une nouvelle invitation' }))
    await screen.findByText(/Une invitation part à claire@example.org/)
    await screen.findByText('Après : Agent d’accueil · Moyaux')
    expect(await axeFindings()).toEqual([])
  })

  it('is put back to what they were', async () => {
    const { user, api } = await openAt('/equipe/agents/a1', asManager())
    await user.click(await screen.findByRole('button', { name: /^Remettre comme avant/ }))
    const dialog = within(await screen.findByRole('dialog'))
    dialog.getByText('Après : Agent d’accueil · Sées')
    await user.click(dialog.getByRole('button', { name: 'Remettre comme avant' }))
    await waitFor(() => expect(api.calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({ assignments: [{ role: 'clerk', sites: ['sees'] }] }))
  })

  it('whom the login service does not know yet, or refuses, is said so', async () => {
    const api = asManager()
    Object.assign(api.agents.all[0]!, { canLogIn: false, loginPending: true })
    const { user } = await openAt('/equipe/agents/a1', api)
    await screen.findByText(/Le service de connexion n’a pas encore appris/)
    Object.assign(api.agents.all[0]!, { loginRefusal: '409 User exists with same email' })
    await user.click(screen.getByRole('button', { name: 'Envoyer une nouvelle invitation' }))
    await screen.findByText(/un autre compte a déjà cette adresse/)
  })
})

describe('a link that gives a password', () => {
  it('gives it on a press only, once', async () => {
    const { user, api } = await openAt('/equipe/invitation/l1#secret')
    await screen.findByRole('button', { name: 'Recevoir mon mot de passe' })
    expect(api.calls.some(({ path }) => path.startsWith('/entry-links'))).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Recevoir mon mot de passe' }))
    await screen.findByText('once-only-once')
    screen.getByRole('button', { name: 'Se connecter' })
  })

  it('makes the first administrator', async () => {
    const { user } = await openAt('/equipe/premier-acces/l1#secret')
    await user.type(await screen.findByLabelText('Prénom'), 'Anne')
    await user.type(screen.getByLabelText('Nom'), 'Dubois')
    await user.type(screen.getByLabelText('Identifiant'), 'anne.dubois')
    await user.click(screen.getByRole('button', { name: 'Devenir administrateur' }))
    await screen.findByText('once-only-once')
    screen.getByText('anne.dubois')
    expect(await axeFindings()).toEqual([])
  })
})

import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

const BOARD = '/equipe/maisons/moyaux'

async function board(api = fakeApi()) {
  loggedIn()
  const opened = await openAt(BOARD, api)
  await screen.findByRole('heading', { name: '3 personnes attendent' })
  await screen.findByText('2 personnes attendues')
  const sent = () => api.calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)
  return { ...opened, api, sent }
}
const counter = () => within(screen.getByRole('region', { name: 'Guichet 1' }))
const done = (words: RegExp) => waitFor(() => expect(screen.getAllByRole('status').some((one) => words.test(one.textContent ?? ''))).toBe(true))

describe('the clerk’s board', () => {
  beforeEach(emptyStores)

  it('asks to log in first, and comes back to this house', async () => {
    await openAt(BOARD)
    await screen.findByRole('button', { name: 'Se connecter' })
  })

  it('shows who waits in calling order, why, and for how long', async () => {
    await board()
    const people = within(screen.getByRole('region', { name: '3 personnes attendent' })).getAllByRole('listitem')
    expect(people.map((one) => one.querySelector('button')?.textContent?.trim())).toEqual(['R003', 'A012', 'A013'])
    expect(people[0]!.textContent).toContain('Paul Martin')
    expect(people[0]!.textContent).toMatch(/Prochain appel – c’est l’heure de son rendez-vous \(9.h\)/)
    expect(people[1]!.textContent).toContain('là depuis 22 min')
    expect(people[2]!.textContent).toContain('prioritaire')
  })

  it('shows who is expected, who is late, and which permanences there are', async () => {
    await board()
    const late = screen.getByText(/Anne Morel/).closest('li')!
    expect(late.textContent).toContain('en retard')
    expect(screen.getByText('CAF').closest('li')!.textContent).toMatch(/de 14.h à 17.h/)
    screen.getByText('en cours')
  })

  it('shows in red the sessions that no partner confirmed, and who is late', async () => {
    const api = fakeApi()
    Object.assign(api.partners.sessions[1]!, { id: 's8', lateMinutes: 20 })
    await board(api)
    const alarm = within(await screen.findByRole('region', { name: '1 permanence non confirmée' }))
    expect(alarm.getByRole('listitem').textContent).toMatch(/Familles rurales.*mardi 24 novembre de 14.h à 17.h.*4 personnes attendues/)
    alarm.getByText('Appelez le partenaire : viendra-t-il ?')
    await waitFor(() => expect(screen.getByText('CAF').closest('li')!.textContent).toContain('20 min de retard'))
    expect(await axeFindings()).toEqual([])
  })

  it('a day by keyboard alone: next, start, finish and next, undo', async () => {
    const { user, sent } = await board()
    await user.keyboard('n')
    await done(/R003 appelé : Guichet 1/)
    await waitFor(() => counter().getByText('Appelé'))
    await user.keyboard('s')
    await waitFor(() => counter().getByText('Reçu'))
    await user.keyboard('n')
    await done(/R003 est terminé. A012 appelé/)
    await user.keyboard('u')
    await done(/Annulé : A012 appelé/)
    expect(sent()).toEqual(['POST /counters/c1/next', 'POST /tickets/tR003/start', 'POST /counters/c1/next', 'POST /tickets/tA012/undo'])
  })

  it('offers exactly what is allowed now, each also as a button', async () => {
    const { user } = await board()
    await user.click(counter().getByRole('button', { name: 'Appeler le suivant' }))
    await waitFor(() => counter().getByText('Appelé'))
    const names = within(counter().getByRole('list')).getAllByRole('button').map(({ textContent }) => textContent?.replace(/\s+\S$/, '').trim())
    expect(names).toEqual(['Rappeler', 'Recevoir', 'Mettre de côté', 'Absent', 'Orienter', 'Parti', 'Annuler l’action'].map((name) => expect.stringContaining(name)))
    expect(counter().queryByRole('button', { name: /suivant/ })).toBeNull()
  })

  it('asks why before it calls somebody out of order', async () => {
    const { user, api, sent } = await board()
    await user.click(screen.getByRole('button', { name: 'Appeler A013' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Appeler A013 avant son tour ?' }))
    expect(sent()).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Appeler A013' }))
    dialog.getByText('Écrivez pourquoi, en quelques mots.')
    await user.type(dialog.getByRole('textbox'), 'Malaise{Enter}')
    await done(/A013 appelé/)
    expect(api.calls.find(({ path }) => path === '/tickets/tA013/call')?.body).toEqual({ counterId: 'c1', reason: 'Malaise' })
  })

  it('says what happened when somebody else was faster, and shows how it is now', async () => {
    const { user, api } = await board()
    await user.keyboard('n')
    await waitFor(() => counter().getByText('Appelé'))
    api.on('POST /tickets/tR003/start', () => problem(409, 'action-not-allowed', { detail: 'Le numéro R003 est déjà parti.', allowed: ['undo'] }))
    const before = api.calls.filter(({ path }) => path === '/sites/moyaux/queue').length
    await user.keyboard('s')
    await waitFor(() => expect(screen.getAllByRole('alert').map(({ textContent }) => textContent).join()).toContain('Rien n’a été changé. Le numéro R003 est déjà parti.'))
    await waitFor(() => expect(api.calls.filter(({ path }) => path === '/sites/moyaux/queue').length).toBeGreaterThan(before))
  })

  it('is live: what another counter does appears by itself', async () => {
    const { api } = await board()
    api.house.act('tA012', 'leave')
    await screen.findByRole('heading', { name: '2 personnes attendent' })
  })

  it('says when the line is lost, and mends itself without losing anything', async () => {
    const { api } = await board()
    api.on('GET /sites/moyaux/queue(/stream)?', () => Promise.reject(new TypeError('network')))
    api.house.cut()
    await screen.findByText(/Connexion perdue, dernière mise à jour à 9.h/)
    api.on('GET /sites/moyaux/queue', () => api.house.answers['GET /sites/moyaux/queue']!({} as Request, {}, []))
    api.on('GET /sites/moyaux/queue/stream', () => api.house.answers['GET /sites/moyaux/queue/stream']!({} as Request, {}, []))
    api.house.act('tA012', 'leave')
    await screen.findByRole('heading', { name: '2 personnes attendent' })
    await waitFor(() => expect(screen.queryByText(/Connexion perdue/)).toBeNull())
    const resumed = api.calls.filter(({ path }) => path.endsWith('/stream')).at(-1)!
    expect(resumed.headers.get('Last-Event-ID')).toBe('10')
    expect(resumed.headers.get('Authorization')).toBe('Bearer bearer')
  })

  it('registers an arrival by name', async () => {
    const { user, api } = await board()
    await user.keyboard('/')
    await waitFor(() => expect(document.activeElement?.id).toBe('search'))
    await user.keyboard('lefev{Enter}')
    await done(/Jeanne Lefèvre est là/)
    expect(api.calls.find(({ path }) => path.endsWith('/arrivals'))?.body).toEqual({ reference: 'ABCD-EFGH' })
    await screen.findByText('1 personne attendue')
  })

  it('registers an arrival when a slip is scanned, wherever the focus is, and sends no secret', async () => {
    const { user, api } = await board()
    await user.keyboard('https://porte.example/rendez-vous/ABCD-EFGH#S3cr3tS3cr3t{Enter}')
    await done(/Jeanne Lefèvre est là/)
    expect(api.calls.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([{ reference: 'ABCD-EFGH' }])
  })

  it('single keys do nothing while somebody types, or when they are turned off', async () => {
    const { user, sent } = await board()
    await user.type(screen.getByRole('combobox', { name: 'Chercher ou scanner' }), 'nsf')
    await user.keyboard('{Escape}?')
    const dialog = await screen.findByRole('dialog', { name: 'Raccourcis du clavier' })
    await user.click(within(dialog).getByRole('checkbox'))
    await user.keyboard('{Escape}n')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(sent()).toEqual([])
    await user.click(screen.getByRole('button', { name: /Raccourcis/ }))
    await user.click(screen.getByRole('checkbox'))
  })

  it('gives a number to a walk-in with the keyboard, once', async () => {
    const { user, api } = await board()
    await user.keyboard('t')
    await screen.findByRole('dialog', { name: 'Donner un numéro' })
    await waitFor(() => expect(document.activeElement?.id).toBe('errand'))
    await user.keyboard('pe')
    await screen.findByRole('option', { name: /permis/ })
    await user.keyboard('{Enter}{Enter}')
    const issued = await screen.findByRole('dialog', { name: 'Numéro donné' })
    within(issued).getByText('A014')
    within(issued).getByText('Attente estimée : entre 15 et 30 minutes')
    expect(document.activeElement?.textContent).toContain('Imprimer')
    const given = api.calls.filter(({ path, method }) => method === 'POST' && path.endsWith('/tickets'))
    expect(given.map(({ body }) => body)).toEqual([{ procedureId: 'licence', priority: false }])
    expect(given[0]!.headers.get('Idempotency-Key')).toMatch(/.{20}/)
    expect(await axeFindings()).toEqual([])
  })

  it('opens another counter and keeps it as one’s own', async () => {
    const { user } = await board()
    await user.click(counter().getByRole('button', { name: 'Changer de guichet' }))
    await user.click(counter().getByRole('button', { name: 'Ouvrir : Guichet 2' }))
    await screen.findByRole('region', { name: 'Guichet 2' })
    expect(sessionStorage.getItem('porte-ouverte.counter')).toContain('c2')
  })

  it('passes somebody on: the number stays', async () => {
    const { user, api } = await board()
    await user.keyboard('n')
    await waitFor(() => counter().getByText('Appelé'))
    await user.keyboard('o')
    await screen.findByRole('dialog', { name: 'Orienter R003' })
    await user.keyboard('ai')
    await screen.findByRole('option', { name: /aide au logement/ })
    await user.keyboard('{Enter}{Enter}')
    await done(/R003 est orienté/)
    expect(api.calls.find(({ path }) => path.endsWith('/transfer'))?.body).toEqual({ procedureId: 'housing' })
  })

  it('keeps what is on the screen when the session ends, and offers to log in again', async () => {
    const { user, api } = await board()
    api.on('POST /counters/c1/next', () => problem(401, 'unauthorized'))
    await user.keyboard('n')
    await screen.findByText('Votre session est terminée. Connectez-vous à nouveau.')
    screen.getByRole('heading', { name: '3 personnes attendent' })
  })
})

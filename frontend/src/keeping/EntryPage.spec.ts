import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { ok, problem } from '@/testing/fakeApi'
import { ENTRY } from '@/testing/fakeKeeping'
import { asAdmin, asManager, axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

const PAGE = '/equipe/maisons/moyaux/fiche'

describe('a house as it is kept', () => {
  beforeEach(() => {
    emptyStores()
    loggedIn()
  })

  it('says what is missing before the public sees it, with the way to it', async () => {
    await openAt(PAGE, asManager())
    const steps = await screen.findByRole('region', { name: 'Ouvrir la maison' })
    expect(within(steps).getByRole('link', { name: 'Au moins un guichet' }).getAttribute('href')).toBe('/equipe/maisons/moyaux/reglages')
    expect(within(steps).getByRole('button', { name: 'Montrer la maison au public' })).toHaveProperty('disabled', true)
    expect(screen.getByText('Cette maison n’est pas encore visible du public.')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it('sends the whole of it with the version that was read', async () => {
    const { api, user } = await openAt(PAGE, asManager())
    const street = await screen.findByRole('textbox', { name: 'Numéro et rue' })
    await user.clear(street)
    await user.type(street, '2 place du Marché')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(await screen.findByText(/Le public le lit dès maintenant/)).toBeTruthy()
    const sent = api.calls.find(({ method }) => method === 'PUT')!
    expect(sent.headers.get('If-Match')).toBe('"3"')
    expect(sent.body).toMatchObject({ street: '2 place du Marché', phone: '36\u00a046', latitude: 49.1953, rooms: ['Bureau 1'], openingHours: [{ weekday: 'monday', from: '09:00', to: '12:00', mode: 'both' }] })
  })

  it('keeps the words when somebody else was quicker, and says who', async () => {
    const { api, user } = await openAt(PAGE, asManager())
    api.on('PUT /sites/moyaux/entry', () => problem(412, 'stale', { detail: 'Anne Petit a changé entre-temps : téléphone. Relisez.' }))
    const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Nom' })
    await user.clear(name)
    await user.type(name, 'Ma maison')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(await screen.findByText('Anne Petit a changé entre-temps : téléphone. Relisez.')).toBeTruthy()
    expect(name.value).toBe('Ma maison')
  })

  it('puts one’s own words over what the other saved, says what both changed, and saves with the new version', async () => {
    const { api, user } = await openAt(PAGE, asManager())
    const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Nom' })
    await user.clear(name)
    await user.type(name, 'Ma maison')
    api.on('GET /sites/moyaux/entry', () => ok({ ...ENTRY, version: 4, form: { ...ENTRY.form, name: 'Sa maison', street: '9 rue Neuve' } }))
    api.on('PUT /sites/moyaux/entry', () => problem(412, 'stale', { detail: 'Anne Petit a changé entre-temps : nom, rue.' }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    const news = await screen.findByRole('alert')
    await waitFor(() => expect(document.activeElement).toBe(news))
    expect(within(news).getByText('Nom : « Sa maison » de son côté')).toBeTruthy()
    expect(name.value).toBe('Ma maison')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Numéro et rue' }).value).toBe('9 rue Neuve')
    expect(await axeFindings()).toEqual([])
    api.on('PUT /sites/moyaux/entry', (_, body) => ok({ ...ENTRY, version: 5, form: body as typeof ENTRY.form }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(api.calls.filter(({ method }) => method === 'PUT').at(-1)?.headers.get('If-Match')).toBe('"4"'))
    await waitFor(() => expect(screen.queryByText(/de son côté/)).toBeNull())
  })

  it('is shown to the public without losing what is typed, which is saved over that', async () => {
    const api = asManager()
    api.on('GET /sites/moyaux/checklist', () => ok({ live: false, archived: false, neededBy: [], steps: [{ step: 'hours', done: true }] }))
    const { user } = await openAt(PAGE, api)
    const street = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Numéro et rue' })
    await user.clear(street)
    await user.type(street, '2 place du Marché')
    await user.click(await screen.findByRole('button', { name: 'Montrer la maison au public' }))
    await waitFor(() => expect(document.activeElement?.id).toBe('entry-said'))
    expect(street.value).toBe('2 place du Marché')
    expect(screen.queryByText(/pendant que vous écriviez/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(api.calls.filter(({ method, path }) => method === 'PUT' && path.endsWith('/entry')).at(-1)?.headers.get('If-Match')).toBe('"4"'))
    expect(api.calls.filter(({ method }) => method === 'PUT').at(-1)?.body).toMatchObject({ street: '2 place du Marché' })
  })

  it('says what was changed, and when', async () => {
    await openAt(PAGE, asManager())
    const history = await screen.findByRole('region', { name: 'Historique' })
    const [last, first] = within(history).getAllByRole('listitem')
    expect(within(last!).getByText('Nom')).toBeTruthy()
    expect(first!.textContent).toContain('Avant le premier changement')
  })

  it('shows who no longer fits the hours before they are saved', async () => {
    const { api, user } = await openAt(PAGE, asManager())
    api.on('POST /sites/moyaux/entry/hours-preview', () =>
      ok({ items: [{ id: 's1', start: '2026-11-30T11:00:00+01:00', end: '2026-11-30T12:00:00+01:00', people: [{ reference: 'ABCD', start: '2026-11-30T11:00:00+01:00', firstName: 'Jeanne', lastName: 'Lefèvre' }] }], nextCursor: null }),
    )
    await user.click(await screen.findByRole('button', { name: 'Retirer la plage 09:00–12:00, lundi' }))
    await user.click(screen.getByRole('button', { name: 'Ajouter une plage : mardi' }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(await screen.findByText(/Jeanne Lefèvre/)).toBeTruthy()
    expect(api.calls.some(({ method }) => method === 'PUT')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Enregistrer malgré tout' }))
    await waitFor(() => expect(api.calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({ openingHours: [{ weekday: 'tuesday' }] }))
  })

  it('moves the point by keyboard, and puts each refusal at its field', async () => {
    const { api, user } = await openAt(PAGE, asManager())
    const point = await screen.findByRole('slider', { name: /Point de la maison/ })
    point.focus()
    await user.keyboard('{ArrowUp}')
    expect(Number(screen.getByRole<HTMLInputElement>('textbox', { name: 'Latitude' }).value)).toBeCloseTo(49.195525, 5)
    api.on('PUT /sites/moyaux/entry', () => problem(400, 'invalid-request', { errors: [{ field: 'siret', message: 'Un SIRET a 14 chiffres.' }, { field: 'openingHours[0].to', message: 'La fin vient après le début.' }] }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'SIRET (facultatif)' }).getAttribute('aria-invalid')).toBe('true'))
    expect(screen.getByLabelText('À, lundi').getAttribute('aria-invalid')).toBe('true')
  })

  it('lists the network by check, and each count leads to its rows', async () => {
    const { api, user } = await openAt('/equipe/reseau/maisons', asAdmin())
    await user.click(await screen.findByRole('button', { name: 'Sans horaires : 12' }))
    await waitFor(() => expect(api.calls.some(({ path, query }) => path === '/sites/register' && query.includes('check=noHours'))).toBe(true))
    await user.click(screen.getByRole('button', { name: 'Heures' }))
    await waitFor(() => expect(api.calls.at(-1)?.query).toContain('sort=hours'))
    expect(await axeFindings()).toEqual([])
  })

  it('archives a house that left the national list after one question, or says who needs it', async () => {
    const { api, user } = await openAt('/equipe/reseau/maisons', asAdmin())
    await user.click(await screen.findByRole('button', { name: 'Sorties de la liste nationale : 1' }))
    api.on('PUT /sites/moyaux/entry/archived', () => problem(409, 'conflict', { detail: '« moyaux » sert encore : des rendez-vous à venir.' }))
    await user.click(await screen.findByRole('button', { name: /^Archiver : / }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Archiver' }))
    expect(await screen.findByText('« moyaux » sert encore : des rendez-vous à venir.')).toBeTruthy()
    api.on('PUT /sites/moyaux/entry/archived', () => ok({ ...ENTRY, archived: true }))
    await user.click(screen.getByRole('button', { name: /^Archiver : / }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Archiver' }))
    expect(await screen.findByText(/La maison est archivée\./)).toBeTruthy()
    expect(api.calls.filter(({ method }) => method === 'PUT').at(-1)?.body).toEqual({ archived: true })
  })

  it('says who needs a house before anything is archived, and where one begins', async () => {
    const { api, user } = await openAt('/equipe/reseau/maisons', asAdmin())
    await user.click(await screen.findByRole('button', { name: 'Sorties de la liste nationale : 1' }))
    api.on('GET /sites/moyaux/checklist', () => ok({ live: true, archived: false, steps: [], neededBy: [{ fr: 'une permanence de CAF', en: 'a permanence of CAF' }] }))
    await user.click(await screen.findByRole('button', { name: /^Archiver : / }))
    const dialog = within(await screen.findByRole('dialog'))
    dialog.getByText('une permanence de CAF')
    expect(dialog.queryByRole('button', { name: 'Archiver' })).toBeNull()
    dialog.getByRole('link', { name: 'Ouvrir la fiche de la maison' })
    expect(await axeFindings()).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Fermer' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(api.calls.some(({ method }) => method === 'PUT')).toBe(false)
  })

  it('enters a new house with a commune of the list, and goes on to its checklist', async () => {
    const { api, router, user } = await openAt('/equipe/reseau/maisons/nouvelle', asAdmin())
    await user.type(await screen.findByRole('textbox', { name: 'Nom' }), 'Maison de Lisieux')
    await user.type(screen.getByRole('combobox', { name: 'Commune' }), 'Lis')
    await user.click(await screen.findByRole('option', { name: /Lisieux/ }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(router.currentRoute.value.params.id).toBe('nouvelle'))
    expect(api.calls.find(({ method, path }) => method === 'POST' && path === '/sites')?.body).toMatchObject({ insee: '14366', postcode: '14100', latitude: 49.1466 })
  })
})

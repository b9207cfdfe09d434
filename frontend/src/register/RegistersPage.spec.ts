import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { cache } from '@/staff/cache'
import { keys } from '@/staff'
import { ok, problem } from '@/testing/fakeApi'
import { asAdmin, axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

describe('the registers', () => {
  beforeEach(() => {
    emptyStores()
    loggedIn()
  })

  it('says what the catalogue would change and keep, imports what was seen, and undoes it', async () => {
    const { api, user } = await openAt('/equipe/registres', asAdmin())
    await user.click(await screen.findByRole('button', { name: 'Voir ce qui changerait' }))
    const preview = await screen.findByRole('region', { name: 'Ce qui changerait' })
    expect(within(preview).getByText('45').tagName).toBe('DEL')
    expect(within(preview).getByText('60').tagName).toBe('INS')
    expect(preview.textContent).toContain('« Le RSA ici / RSA here » reste (adapté ici)')
    expect(await axeFindings()).toEqual([])
    cache.setQueryData(keys.site.checks, [])
    await user.click(screen.getByRole('button', { name: 'Importer' }))
    expect(await screen.findByText('C’est importé : 1 nouvelles lignes, 1 changées.')).toBeTruthy()
    expect(cache.getQueryData(keys.site.checks)).toBeUndefined()
    expect(api.calls.find(({ method, path }) => method === 'POST' && path === '/imports/catalogue')?.query).toBe('?digest=d1')
    api.on('POST /imports/catalogue/i1/undo', () => problem(409, 'conflict', { detail: '« rsa » sert encore : une permanence à Moyaux.' }))
    await user.click(screen.getByRole('button', { name: 'Annuler cet import' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Annuler cet import' }))
    expect(await screen.findByText('« rsa » sert encore : une permanence à Moyaux.')).toBeTruthy()
  })

  it('looks again when something changed meanwhile', async () => {
    const { api, user } = await openAt('/equipe/registres', asAdmin())
    api.on('POST /imports/catalogue', () => problem(412, 'stale'))
    await user.click(await screen.findByRole('button', { name: 'Voir ce qui changerait' }))
    await user.click(await screen.findByRole('button', { name: 'Importer' }))
    expect(await screen.findByText('Quelque chose a changé entre-temps. Regardez de nouveau ce qui changerait.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Importer' })).toBeNull()
  })

  it('lists a register by any of its columns', async () => {
    const { api, user } = await openAt('/equipe/registres/demarches', asAdmin())
    await screen.findByRole('link', { name: 'Renouveler son permis de conduire' })
    await user.click(screen.getByRole('button', { name: /Organisme/ }))
    await waitFor(() => expect(api.calls.at(-1)?.query).toContain('sort=partner'))
    expect(screen.getByRole('columnheader', { name: /Organisme/ }).getAttribute('aria-sort')).toBe('ascending')
    await user.click(screen.getByRole('button', { name: /Organisme/ }))
    await waitFor(() => expect(api.calls.at(-1)?.query).toContain('sort=-partner'))
    await user.type(screen.getByRole('searchbox'), 'chômage')
    await waitFor(() => expect(api.calls.at(-1)?.query).toContain('q=ch%C3%B4mage'))
  })

  it('says that a register is empty', async () => {
    const api = asAdmin()
    api.on('GET /themes', () => ok({ items: [], nextCursor: null }))
    await openAt('/equipe/registres/themes', api)
    expect(await screen.findByText(/Importez le catalogue national/)).toBeTruthy()
  })

  it('changes a procedure with the version that was read, and shows each refusal at its field', async () => {
    const { api, user } = await openAt('/equipe/registres/demarches/licence', asAdmin())
    const title = await screen.findByRole('textbox', { name: 'Titre en français' })
    await user.clear(title)
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(screen.getAllByText('Titre en français : cette information est nécessaire.').length).toBeGreaterThan(0)
    await user.type(title, 'Le permis')
    api.on('PUT /procedures/licence', () => problem(400, 'invalid-request', { errors: [{ field: 'durationMinutes', message: 'Un multiple de 5 est attendu.' }] }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    const sent = api.calls.find(({ method }) => method === 'PUT')!
    expect(sent.headers.get('If-Match')).toBe('"0"')
    expect(sent.body).toMatchObject({ code: 'licence', title: { fr: 'Le permis', en: 'Renew a driving licence' }, partner: 'ft', durationMinutes: 30 })
    await waitFor(() => expect(screen.getByRole('spinbutton', { name: 'Durée en minutes' }).getAttribute('aria-invalid')).toBe('true'))
    expect(await axeFindings()).toEqual([])
  })

  it('says who changed what, and puts an older version into the fields', async () => {
    const { user } = await openAt('/equipe/registres/demarches/licence', asAdmin())
    await user.click(await screen.findByRole('button', { name: /Revenir à la version du/ }))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Titre en français' }).value).toBe('Le permis')
  })

  it('names who needs what cannot be archived', async () => {
    const { api, user } = await openAt('/equipe/registres/demarches/licence', asAdmin())
    api.on('PUT /procedures/licence/archived', () => problem(409, 'conflict', { detail: '« licence » sert encore : une permanence à Moyaux.' }))
    await user.click(await screen.findByRole('button', { name: 'Archiver' }))
    expect(await screen.findByText('« licence » sert encore : une permanence à Moyaux.')).toBeTruthy()
  })

  it('archives a row without losing what is typed', async () => {
    const { api, user } = await openAt('/equipe/registres/demarches/licence', asAdmin())
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Titre en français' })
    await user.clear(title)
    await user.type(title, 'Mon permis')
    const row = cache.getQueryData<object>(keys.register.row('procedures', 'licence'))
    api.on('PUT /procedures/licence/archived', () => ok({ ...row, version: 1, archived: true }))
    await user.click(screen.getByRole('button', { name: 'Archiver' }))
    await waitFor(() => expect(document.activeElement?.id).toBe('row-said'))
    expect(title.value).toBe('Mon permis')
  })

  it('enters a new paper', async () => {
    const { api, router, user } = await openAt('/equipe/registres/papiers/nouveau', asAdmin())
    api.on('POST /documents', () => ok({ id: 'd9', version: 0, code: 'rib', label: { fr: 'Un RIB', en: 'Bank details' }, archived: false }, 201))
    await user.type(await screen.findByRole('textbox', { name: 'Code' }), 'rib')
    await user.type(screen.getByRole('textbox', { name: 'Libellé en français' }), 'Un RIB')
    await user.type(screen.getByRole('textbox', { name: 'Libellé en anglais' }), 'Bank details')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(router.currentRoute.value.params.row).toBe('d9'))
    expect(api.calls.find(({ method, path }) => method === 'POST' && path === '/documents')?.body).toEqual({ code: 'rib', label: { fr: 'Un RIB', en: 'Bank details' } })
  })
})

import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { list, ok, problem } from '@/testing/fakeApi'
import { LOOKED, ROWS } from '@/testing/fakeFiles'
import { asAdmin, axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

const PAGE = '/equipe/imports/7'
const applied = { report: { ...LOOKED, state: 'applied' }, items: [], nextCursor: null }

describe('a file that is looked at', () => {
  beforeEach(() => {
    emptyStores()
    loggedIn()
  })

  it('shows in numbers and field by field what would change', async () => {
    const { user } = await openAt(PAGE, asAdmin())
    expect((await screen.findByText('2 840')).tagName).toBe('DD')
    const table = await screen.findByRole('region', { name: 'Ce qui change' })
    expect(within(table).getByText('1 rue A, Moyaux').tagName).toBe('DEL')
    expect(within(table).getByText('2 rue B, Moyaux').tagName).toBe('INS')
    expect(within(table).getByText('lundi 09:00-12:00 (avec ou sans rendez-vous)')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Refusées (1)' }))
    expect(await screen.findByText('Ne gardez qu’une ligne par numéro.')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it('applies what was seen, with the fields for which the file was chosen', async () => {
    const { api, user } = await openAt(PAGE, asAdmin())
    await user.click(await screen.findByRole('radio', { name: 'Gardées (1)' }))
    await user.click(await screen.findByRole('checkbox', { name: 'Prendre la valeur du fichier : Téléphone, Maison de Moyaux' }))
    api.on('POST /imports/7/apply', () => ok({ ...LOOKED, state: 'applying' }))
    api.on('GET /imports/7', () => ok(applied))
    await user.click(screen.getByRole('button', { name: 'Appliquer' }))
    expect(await screen.findByText('appliqué')).toBeTruthy()
    await waitFor(() => expect(document.activeElement?.textContent).toContain('appliqué'))
    expect(api.calls.find(({ method }) => method === 'POST')?.body).toEqual({ digest: 'd7', take: [{ key: '140', field: 'phone' }] })
    expect(screen.queryByRole('button', { name: 'Appliquer' })).toBeNull()
  })

  it('archives a house that left the list only when somebody says so, and lists who is booked there', async () => {
    const { api, user } = await openAt(PAGE, asAdmin())
    await user.click(await screen.findByRole('radio', { name: 'Plus dans le fichier (1)' }))
    expect(await screen.findByText(/rendez-vous ABCD2345/)).toBeTruthy()
    expect(screen.getByText(/permanence de CAF/)).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: 'Archiver : Maison de Moyaux' }))
    expect(await axeFindings()).toEqual([])
    api.on('POST /imports/7/apply', () => ok({ ...LOOKED, state: 'applying' }))
    await user.click(screen.getByRole('button', { name: 'Appliquer' }))
    await waitFor(() => expect(api.calls.find(({ method }) => method === 'POST')?.body).toEqual({ digest: 'd7', take: [{ key: '141', field: 'archived' }] }))
  })

  it('says who still needs a house that was not archived', async () => {
    const api = asAdmin()
    api.on('GET /imports/7', () => ok(applied))
    const gone = ROWS.find(({ outcome }) => outcome === 'gone')!
    api.on('GET /imports/7/rows', () => list([{ ...gone, fields: [{ field: 'archived', here: '"l’agent claire"', file: 'true', kept: true }] }]))
    const { user } = await openAt(PAGE, api)
    await user.click(await screen.findByRole('radio', { name: /^Plus dans le fichier/ }))
    expect(await screen.findByText('Restée telle quelle : elle sert encore (l’agent claire).')).toBeTruthy()
  })

  it('says how far the work is', async () => {
    const api = asAdmin()
    api.on('GET /imports/7', () => ok({ report: { ...LOOKED, state: 'waiting', progress: 40 }, items: [], nextCursor: null }))
    await openAt(PAGE, api)
    expect((await screen.findByRole('progressbar')).getAttribute('value')).toBe('40')
    expect(screen.queryByRole('button', { name: 'Appliquer' })).toBeNull()
  })

  it('takes an import back after one question, or says who stands in the way', async () => {
    const api = asAdmin()
    api.on('GET /imports/7', () => ok(applied))
    api.on('POST /imports/7/undo', () => problem(409, 'conflict', { errors: [{ field: 'import', message: 'Maison de Sées : permanences (1)' }] }))
    const { user } = await openAt(PAGE, api)
    await user.click(await screen.findByRole('button', { name: 'Annuler cet import' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Annuler cet import' }))
    expect(await screen.findByText('Maison de Sées : permanences (1)')).toBeTruthy()
    api.on('POST /imports/7/undo', () => ok({ ...LOOKED, state: 'undone' }))
    await user.click(screen.getByRole('button', { name: 'Annuler cet import' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Annuler cet import' }))
    expect(await screen.findByText('L’import est annulé : tout est comme avant.')).toBeTruthy()
  })

  it('sets aside what nobody wants', async () => {
    const { api, router, user } = await openAt(PAGE, asAdmin())
    api.on('DELETE /imports/7', () => ({ status: 204 }))
    await user.click(await screen.findByRole('button', { name: 'Mettre de côté' }))
    await waitFor(() => expect(router.currentRoute.value.name).toBe('imports'))
  })
})

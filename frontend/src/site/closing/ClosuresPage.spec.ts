import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'
import { closingTime } from './closingTime'

const MARC = { username: 'marc', firstName: 'Marc', lastName: 'Roy', roles: ['manager'], sites: [{ id: 'moyaux', name: 'Moyaux' }] }

async function closures(api = fakeApi(), me: object = MARC) {
  loggedIn()
  api.on('GET /me', () => ok(me))
  const opened = await openAt('/equipe/maisons/moyaux/fermetures', api)
  await screen.findByRole('heading', { level: 2, name: 'Fermetures à venir' })
  return { ...opened, api }
}
const posted = (api: ReturnType<typeof fakeApi>) => api.calls.filter(({ method }) => method === 'POST')

describe('closing a house', () => {
  beforeEach(emptyStores)

  it('a day, a half-day or several days are local times', () => {
    expect(closingTime('2026-12-01', 'day', '', ' Travaux ')).toEqual({ from: '2026-12-01T00:00:00', to: '2026-12-02T00:00:00', reason: 'Travaux' })
    expect(closingTime('2026-12-01', 'morning', '', '')).toEqual({ from: '2026-12-01T00:00:00', to: '2026-12-01T13:00:00' })
    expect(closingTime('2026-12-31', 'afternoon', '', '')).toEqual({ from: '2026-12-31T12:00:00', to: '2027-01-01T00:00:00' })
    expect(closingTime('2026-12-24', 'days', '2026-12-31', '').to).toBe('2027-01-01T00:00:00')
  })

  it('shows whom it concerns before anything is closed, and then tells what was done', async () => {
    const { api, user } = await closures()
    await user.type(screen.getByLabelText('Jour'), '2026-12-01')
    await user.click(screen.getByLabelText('L’après-midi (à partir de 12 h)'))
    await user.type(screen.getByLabelText('Pourquoi'), 'Travaux')
    await user.click(screen.getByRole('button', { name: 'Voir qui est concerné' }))
    await screen.findByText('12 personnes ont rendez-vous.')
    expect(posted(api).map(({ path }) => path)).toEqual(['/sites/moyaux/closures/preview'])
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Fermer et prévenir 12 personnes' }))
    await screen.findByText('C’est fermé. Prévenues par message : 9. À appeler : 3.')
    screen.getByRole('link', { name: 'Ouvrir la liste d’appels' })
    screen.getByText(/1er décembre, de 12.h à 0.h – Travaux|1er décembre.*Travaux/)
    expect(posted(api).at(-1)!.body).toEqual({ from: '2026-12-01T12:00:00', to: '2026-12-02T00:00:00', reason: 'Travaux' })
  })

  it('a changed day is previewed anew', async () => {
    const { user } = await closures()
    await user.type(screen.getByLabelText('Jour'), '2026-12-01')
    await user.type(screen.getByLabelText('Pourquoi'), 'Travaux')
    await user.click(screen.getByRole('button', { name: 'Voir qui est concerné' }))
    await screen.findByText('12 personnes ont rendez-vous.')
    await user.click(screen.getByLabelText('Le matin (jusqu’à 13 h)'))
    await waitFor(() => expect(screen.queryByText('12 personnes ont rendez-vous.')).toBeNull())
    screen.getByRole('button', { name: 'Voir qui est concerné' })
  })

  it('says what is missing, and what the server refuses, on its field', async () => {
    const { api, user } = await closures()
    await user.click(screen.getByRole('button', { name: 'Voir qui est concerné' }))
    const summary = await screen.findByRole('alert')
    await waitFor(() => expect(document.activeElement).toBe(summary))
    within(summary).getByText('Choisissez un jour à venir.')
    within(summary).getByText('Écrivez pourquoi, en quelques mots.')
    api.on('POST /sites/moyaux/closures/preview', () => problem(400, 'invalid-request', { errors: [{ field: 'to', message: 'Trop loin.' }] }))
    await user.type(screen.getByLabelText('Jour'), '2026-12-01')
    await user.type(screen.getByLabelText('Pourquoi'), 'Travaux')
    await user.click(screen.getByRole('button', { name: 'Voir qui est concerné' }))
    await screen.findAllByText('Trop loin.')
  })

  it('a coming closure is opened again after one question', async () => {
    const { api, user } = await closures()
    await user.click(screen.getByRole('button', { name: /^Rouvrir : Du jeudi 24 décembre/ }))
    screen.getByText(/ne sont pas réinscrites/)
    await user.click(screen.getByRole('button', { name: 'Oui, rouvrir' }))
    await screen.findByText(/^La maison est rouverte/)
    await screen.findByText('Aucune fermeture n’est prévue.')
    expect(api.partners.closures()).toEqual([])
  })

  it('a clerk reads them, and closes nothing', async () => {
    await closures(fakeApi(), { ...MARC, roles: ['clerk'] })
    screen.getByText(/décidées par le responsable/)
    screen.getByText(/Fêtes/)
    expect(screen.queryByRole('button', { name: /Rouvrir|concerné/ })).toBeNull()
  })
})

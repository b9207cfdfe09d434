import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { FIGURES } from '@/testing/fakeFigures'
import { asManager, axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

async function figures(path = '', api = fakeApi()) {
  loggedIn()
  asManager(api)
  const asked = () => api.calls.filter(({ path: at }) => at === '/sites/moyaux/figures').map(({ query }) => query)
  return { ...(await openAt(`/equipe/maisons/moyaux/chiffres${path}`, api)), api, asked }
}
const table = (name: string) => within(screen.getByRole('region', { name }))

describe('the figures of a house', () => {
  beforeEach(emptyStores)

  it('say the essential beside the month before, and each table with its shares', async () => {
    const { asked } = await figures()
    expect((await screen.findByText('212')).closest('div')!.textContent).toContain('avant : 190')
    expect(screen.getByText('Appelées en moins de 20 minutes').closest('div')!.textContent).toContain('85 %')
    expect(asked()).toEqual(['?from=2026-11-01&to=2026-12-01'])
    expect(table('Papiers manquants par démarche').getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['4', '12', '33 %', '3'])
    expect(screen.queryByText('Demi-journées perdues par organisme')).toBeNull()
    screen.getByText(/Seulement 18 jours/)
    expect(await axeFindings()).toEqual([])
  })

  it('lead from each card to the table that says more, where there is one', async () => {
    const api = fakeApi()
    const sheet = (figure: string, number: number) => ({ figure, title: { fr: figure, en: figure }, rows: [{ key: '1', name: { fr: 'Une', en: 'One' }, number, before: 0 }] })
    api.on('GET /sites/moyaux/figures', () => ok({ ...FIGURES, from: '2026-11-01', to: '2026-12-01', sheets: [sheet('waits', 153), sheet('results', 120), sheet('gone', 0)] }))
    await figures('', api)
    const cards = within((await screen.findByText('212')).closest('dl')!).getAllByRole('link')
    expect(cards.map((card) => card.getAttribute('href'))).toEqual(['#figures-trend', '#figures-trend', '#figures-waits', '#figures-results'])
    for (const card of cards) expect(document.querySelector(card.getAttribute('href')!)?.tagName).toBe('H2')
  })

  it('are of a day, a week, a year or other dates, one after another', async () => {
    const { asked, user } = await figures('?periode=week&du=2026-11-24')
    await screen.findByText('212')
    await user.click(screen.getByRole('button', { name: 'Plus tôt' }))
    await waitFor(() => expect(asked()).toHaveLength(2))
    await user.click(screen.getByRole('radio', { name: 'Année' }))
    await waitFor(() => expect(asked()).toHaveLength(3))
    expect(asked()).toEqual(['?from=2026-11-23&to=2026-11-30', '?from=2026-11-16&to=2026-11-23', '?from=2026-01-01&to=2027-01-01'])
    await user.click(screen.getByRole('radio', { name: 'Autres dates' }))
    await fireEvent.update(screen.getByLabelText('Au'), '2026-11-10')
    await screen.findByText('Le dernier jour vient après le premier.')
    expect(asked().some((query) => query.includes('to=2026-11-11'))).toBe(false)
  })

  it('lead from a number to its days, and to all rows of a long table', async () => {
    const { user } = await figures()
    await screen.findByText('212')
    await user.click(screen.getByRole('button', { name: '112 : Caf. Voir les jours' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Caf' }))
    await dialog.findByText(/lundi 23 novembre/)
    await user.click(dialog.getByRole('button', { name: 'Fermer' }))
    expect(screen.queryByText('Démarche 15')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Voir les 15 lignes' }))
    screen.getByText('Démarche 15')
  })

  it('show when people come as numbers, half-hour by half-hour', async () => {
    await figures()
    await screen.findByText('212')
    const load = table('Arrivées par demi-heure et jour')
    expect(within(load.getByRole('row', { name: /^9 h 00/ })).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['8', '0', '0', '0', '0'])
    expect(load.getAllByRole('row')).toHaveLength(11)
  })

  it('show on a map where people come from, and say who comes from farther', async () => {
    await figures()
    await screen.findByText('212')
    screen.getByRole('img', { name: 'Communes des personnes' })
    screen.getByText(/2 personnes viennent de plus loin que cette carte/)
    expect(table('Communes des personnes').getByRole('row', { name: /Lisieux \(9 km\)/ }).textContent).toContain('12')
  })

  it('are kept as a file, or say that it did not arrive', async () => {
    const api = fakeApi()
    let cut = true
    api.on('GET /sites/moyaux/figures/partners/file', () => (cut ? problem(503, 'busy') : { status: 200, body: 'x', type: 'text/csv' }))
    URL.createObjectURL = vi.fn(() => 'blob:x')
    URL.revokeObjectURL = vi.fn()
    const { user } = await figures('', api)
    await user.click(await screen.findByRole('button', { name: 'Télécharger pour un tableur : Visites par organisme concerné' }))
    await screen.findByText('Le fichier n’est pas arrivé. Réessayez.')
    cut = false
    await user.click(screen.getByRole('button', { name: 'Télécharger pour un tableur : Visites par organisme concerné' }))
    await waitFor(() => expect(URL.createObjectURL).toHaveBeenCalled())
  })

  it('say when there is nothing, and when they could not be read', async () => {
    const api = fakeApi()
    let cut = true
    api.on('GET /sites/moyaux/figures', () => (cut ? problem(503, 'busy') : ok({ ...FIGURES, from: '2026-11-01', to: '2026-12-01', sheets: [] })))
    const { user } = await figures('', api)
    const again = await screen.findByRole('button', { name: /essayer/i })
    cut = false
    await user.click(again)
    await screen.findByText('Rien n’est compté pour ces jours.')
    // Its hours are published all the same.
    screen.getByText(/Seulement 18 jours/)
  })
})

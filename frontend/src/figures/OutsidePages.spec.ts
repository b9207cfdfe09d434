import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { asAdmin, asPartner, axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

describe('the figures of many houses', () => {
  beforeEach(emptyStores)

  async function network(path = '', api = fakeApi()) {
    loggedIn()
    asAdmin(api)
    const asked = () => api.calls.filter(({ path: at }) => at === '/network-figures').map(({ query }) => query)
    return { ...(await openAt(`/equipe/reseau/chiffres${path}`, api)), api, asked }
  }

  it('are of the month that is over, department by department, and do not say small numbers', async () => {
    const { asked } = await network()
    await screen.findByText('212')
    expect(asked()).toEqual(['?from=2026-10-01&to=2026-11-01'])
    const places = within(screen.getByRole('region', { name: 'Départements' }))
    expect(places.getAllByRole('row').map((row) => row.textContent)).toEqual([
      expect.stringContaining('Personnes reçues'),
      expect.stringMatching(/^14.*200.*180.*9 min.*80 %.*8 sur 9/),
      expect.stringMatching(/^61.*non dit/),
    ])
    screen.getByText('1 sans aucune visite ni permanence comptée.')
    expect(within(screen.getByRole('region', { name: 'Visites par organisme concerné' })).getByRole('row', { name: /Notaires/ }).textContent).toContain('non dit')
    expect(await axeFindings()).toEqual([])
  })

  it('stand on a map of departments, hatched where a number is not said', async () => {
    await network()
    const map = await screen.findByRole('img', { name: 'Carte des départements selon le nombre de personnes reçues' })
    const said = (name: RegExp) => [...map.querySelectorAll('title')].find(({ textContent }) => name.test(textContent))!
    expect(said(/^Calvados/).textContent).toBe('Calvados : 200')
    expect(said(/^Calvados/).parentElement!.classList.contains('shade-4')).toBe(true)
    expect(said(/^Orne/).textContent).toBe('Orne : non dit')
    expect(said(/^Orne/).parentElement!.classList.contains('few')).toBe(true)
    expect(said(/^Finistère/).parentElement!.classList.contains('none')).toBe(true)
  })

  it('show an observer their own departments, and neither the country nor a house', async () => {
    const api = fakeApi()
    const observer = { role: 'observer', sites: [], departments: ['14', '61'], wholeCountry: false }
    api.on('GET /me', () => ok({ username: 'olga', firstName: 'Olga', lastName: 'R', roles: ['observer'], sites: [], partner: null, assignments: [observer] }))
    loggedIn()
    const { user } = await openAt('/equipe/reseau/chiffres', api)
    await screen.findByRole('heading', { name: 'Chiffres du département 14' })
    const asked = () => api.calls.filter(({ path }) => path === '/network-figures').map(({ query }) => query)
    await waitFor(() => expect(asked()).toEqual(['?from=2026-10-01&to=2026-11-01&department=14']))
    expect(screen.queryByRole('link', { name: '14' })).toBeNull()
    await user.click(await screen.findByRole('link', { name: 'Chiffres du département 61' }))
    await screen.findByRole('heading', { name: 'Chiffres du département 61' })
    await waitFor(() => expect(asked().at(-1)).toContain('department=61'))
    expect(await axeFindings()).toEqual([])
  })

  it('lead from the country to a department, and are of whole months that are over', async () => {
    const { asked, user } = await network('?de=2026-09')
    await screen.findByText('212')
    await user.click(screen.getByRole('link', { name: '14' }))
    await screen.findByRole('heading', { name: 'Chiffres du département 14' })
    await waitFor(() => expect(asked().at(-1)).toBe('?from=2026-09-01&to=2026-11-01&department=14'))
    await fireEvent.change(screen.getByLabelText('De'), { target: { value: '2026-11' } })
    await screen.findByText('Le dernier mois vient après le premier.')
  })

  it('say when they could not be read', async () => {
    const api = fakeApi()
    api.on('GET /network-figures', () => problem(503, 'busy'))
    await network('', api)
    await screen.findByRole('button', { name: /essayer/i })
  })
})

describe('the figures of a partner', () => {
  beforeEach(emptyStores)

  it('tell house by house where half-days were lost', async () => {
    const api = fakeApi()
    loggedIn()
    asPartner(api)
    await openAt('/partenaire/chiffres', api)
    const houses = within(await screen.findByRole('region', { name: 'Maisons' }))
    expect(houses.getByRole('row', { name: /Moyaux/ }).textContent).toMatch(/1.*8 sur 9.*75 %.*45.*5.*80 %.*9 min/)
    expect(await axeFindings()).toEqual([])
  })
})

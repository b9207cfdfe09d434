import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, list, ok, problem } from '@/testing/fakeApi'
import { emptyStores, openAt } from '@/testing/harness'
import { HOUSES, PROCEDURES } from '@/testing/world'
import { errand } from './errand'

const HERE = '/maisons?lieu=Moyaux&demarche=licence'

describe('the nearest houses', () => {
  beforeEach(emptyStores)

  it('say their distance, their next slot in words, and who receives', async () => {
    const { getByRole, getByText } = await openAt(HERE)
    getByRole('heading', { level: 1, name: 'Les maisons près de Moyaux' })
    getByText('à 4,2 km à vol d’oiseau')
    getByText('mardi 24 novembre à 9 h 30')
    getByText(/Avec France Titres/)
    expect(getByRole('link', { name: /Voir les heures.*Moyaux/ }).getAttribute('href')).toBe('/creneau?site=moyaux&demarche=licence')
  })

  it('say where one can come without appointment, and where nothing is free', async () => {
    const { getByText } = await openAt(HERE)
    getByText('Sans rendez-vous : venez pendant les heures d’ouverture')
    getByText('Pas de rendez-vous libre en ce moment')
  })

  it('lead to the partner’s own site when it takes appointments there', async () => {
    const api = fakeApi()
    const wanted = PROCEDURES.find(({ id }) => id === 'licence')!
    api.on('GET /procedures/licence', () => ok({ ...wanted, partner: { ...wanted.partner, bookingUrl: 'https://rdv.exemple.fr' } }))
    const { findByRole, getByText } = await openAt(HERE, api)
    const link = await findByRole('link', { name: /Prendre rendez-vous sur le site de France Titres/ })
    expect(link.getAttribute('href')).toBe('https://rdv.exemple.fr')
    expect(link.getAttribute('rel')).toContain('external')
    getByText(/nouvelle fenêtre|nouvel onglet/)
  })

  it('go on when asked, and the first new one takes the focus', async () => {
    const api = fakeApi()
    api.on('GET /sites', (request) =>
      request.url.includes('cursor=next') ? list([HOUSES[2]]) : ok({ place: null, items: HOUSES.slice(0, 2), nextCursor: 'next' }),
    )
    const { getAllByRole, getByRole, queryByRole, user } = await openAt(HERE, api)
    await user.click(getByRole('button', { name: 'Voir d’autres maisons' }))
    await waitFor(() => expect(getAllByRole('article')).toHaveLength(3))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('France services de Sées'))
    expect(queryByRole('button', { name: 'Voir d’autres maisons' })).toBeNull()
  })

  it('of a postcode that is several communes show the others, one press away', async () => {
    const api = fakeApi()
    const place = (label: string, insee: string) => ({ label, insee, latitude: 49.2, longitude: 0.3 })
    api.on('GET /sites', () =>
      ok({ place: place('Lisieux (14100)', '14366'), placeGuessed: false, otherPlaces: [place('Ouilly-le-Vicomte (14100)', '14487')], items: HOUSES, nextCursor: null }),
    )
    const { getByRole, findByRole, queryByText, user } = await openAt('/maisons?lieu=14%20100&demarche=licence', api)
    const other = getByRole('link', { name: 'Ouilly-le-Vicomte (14100)' })
    expect(other.getAttribute('href')).toContain('lieu=49.2,0.3')
    await user.click(other)
    await findByRole('heading', { level: 1, name: 'Les maisons près de Ouilly-le-Vicomte (14100)' })
    expect(queryByText('Autres communes possibles :')).toBeNull()
    expect(errand).toMatchObject({ insee: '14487', fromDevice: false })
  })

  it('say so when there is none', async () => {
    const api = fakeApi()
    api.on('GET /sites', () => list([]))
    const { getByText } = await openAt(HERE, api)
    getByText('Nous n’avons pas trouvé de maison')
  })

  it('explain a network that is down, and try again when asked', async () => {
    const api = fakeApi()
    let down = true
    api.on('GET /sites', () => (down ? Promise.reject(new TypeError('network')) : list(HOUSES)))
    const { getAllByRole, getByRole, user } = await openAt(HERE, api)
    expect(getByRole('alert').textContent).toContain('La connexion ne passe pas')
    down = false
    await user.click(getByRole('button', { name: 'Réessayer' }))
    await waitFor(() => expect(getAllByRole('article')).toHaveLength(3))
  })

  it('wait as long as a busy server says, then try again by themselves', async () => {
    const api = fakeApi()
    let busy = true
    api.on('GET /sites', () => (busy ? problem(503, 'busy', {}, { 'Retry-After': '1' }) : list(HOUSES)))
    const { getAllByRole, getByText } = await openAt(HERE, api)
    getByText('Nouvel essai dans 1 seconde.')
    busy = false
    await waitFor(() => expect(getAllByRole('article')).toHaveLength(3), { timeout: 3000 })
  })

  it('stand soonest first when asked, and say when one can simply come', async () => {
    const api = fakeApi()
    api.on('GET /sites', (request) => {
      const walkIn = { start: '2026-11-23T14:00:00+01:00', end: '2026-11-23T17:00:00+01:00' }
      return ok({ place: null, items: request.url.includes('sort=soonest') ? [{ ...HOUSES[1]!, nextSlot: null, walkIn: true, nextWalkIn: walkIn }] : HOUSES, nextCursor: null })
    })
    const { getByRole, findByText, router, user } = await openAt(HERE, api)
    expect(getByRole('link', { name: 'Au plus près' }).getAttribute('aria-current')).toBe('true')
    await user.click(getByRole('link', { name: 'Au plus tôt' }))
    await findByText(/Sans rendez-vous : lundi 23 novembre à.14.h, jusqu’à 17.h/)
    expect(router.currentRoute.value.query.tri).toBe('tot')
  })

  it('tell the next time that a bus comes to one’s own village, where one was picked', async () => {
    Object.assign(errand, { near: '49.19,0.35', label: 'Moyaux', insee: '14460' })
    const { findByRole } = await openAt('/maisons?lieu=49.19,0.35')
    const village = await findByRole('region', { name: 'Prochain passage à Moyaux' })
    expect(village.textContent).toMatch(/mardi 24 novembre.*Place de la mairie, Moyaux.*Sées/)
  })

  it('tell it too where only a postcode was typed, and ask for nothing but stops: a busy house must not hide the bus', async () => {
    const api = fakeApi()
    api.on('GET /sites', () => ok({ otherPlaces: [], place: { label: 'Moyaux (14590)', insee: '14460', latitude: 49, longitude: 0 }, items: HOUSES, nextCursor: null }))
    const { findByRole } = await openAt('/maisons?lieu=14590', api)
    await findByRole('region', { name: 'Prochain passage à Moyaux (14590)' })
    expect(api.calls.find(({ path }) => path === '/communes/14460/next-sessions')!.query).toBe('?stops=true&limit=3')
  })
})

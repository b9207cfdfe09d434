import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, list, ok, problem } from '@/testing/fakeApi'
import { emptyStores, openAt } from '@/testing/harness'
import { FRANCE_TITRES, SESSIONS, SITE } from '@/testing/world'
import { clock } from '@/time'

describe('the page of a house', () => {
  beforeEach(emptyStores)

  it('gives its address, a phone number to press, its hours as a table and its closures', async () => {
    const { getByRole, getByText } = await openAt('/maisons/moyaux')
    expect(getByRole('link', { name: /02.31.00.00.00/ }).getAttribute('href')).toBe('tel:+33231000000')
    expect(getByRole('row', { name: /lundi/ }).textContent).toMatch(/de 9.h à 12.h.30 avec ou sans rendez-vous/)
    expect(getByRole('row', { name: /dimanche/ }).textContent).toContain('Fermé')
    getByText(/Du jeudi 24 décembre au samedi 26 décembre – Fêtes/)
    getByText(/Sonnez si la porte/)
  })

  it('never says “sans rendez-vous” beside the button that books one', async () => {
    const api = fakeApi()
    const openingHours = [{ weekday: 'monday', from: '09:00', to: '12:30', mode: 'walkIn' }]
    const exceptionalHours = [{ date: '2026-12-24', from: '09:00', to: '11:00', mode: 'walkIn' }]
    api.on('GET /sites/moyaux', () => ok({ ...SITE, openingHours, exceptionalHours, appointments: true }))
    const { getByRole, queryByText } = await openAt('/maisons/moyaux', api)
    getByRole('link', { name: 'Prendre rendez-vous ici' })
    expect(getByRole('row', { name: /lundi/ }).textContent).toContain('accueil libre')
    expect(queryByText(/sans rendez-vous/)).toBeNull()
  })

  it('says first who does not come, why, and who is late today', async () => {
    const api = fakeApi()
    const [first, second] = SESSIONS
    api.on('GET /sites/\\w+/sessions', () =>
      list([{ ...first, start: '2026-11-23T09:00:00+01:00', end: '2026-11-23T12:00:00+01:00', lateMinutes: 15 }, { ...second, reason: 'Formation' }]),
    )
    const { getByRole, getByText } = await openAt('/maisons/moyaux', api)
    await waitFor(() => getByRole('heading', { level: 2, name: 'À savoir avant de venir' }))
    getByText(/^CAF : pas de permanence jeudi 26 novembre de 14.h à 17.h\. Raison : Formation\.$/)
    getByText(/^France Titres, aujourd’hui de 9.h à 12.h : environ 15 minutes de retard\.$/)
  })

  it('tells who sits there each week', async () => {
    const { api, getByRole, getByText, user } = await openAt('/maisons/moyaux')
    getByText('Semaine du 23 novembre')
    getByText('annulée')
    await user.click(getByRole('button', { name: 'Semaine précédente' }))
    getByText('Semaine du 23 novembre')
    await user.click(getByRole('button', { name: 'Semaine suivante' }))
    await waitFor(() => getByText('Semaine du 30 novembre'))
    expect(api.calls.at(-1)?.query).toContain('from=2026-11-30&to=2026-12-07')
  })

  it('begins with the next week when nobody comes any more in this one', async () => {
    clock.now = () => new Date('2026-11-28T08:00:00Z')
    const { api, getByRole, getByText, user } = await openAt('/maisons/moyaux')
    await waitFor(() => getByText('Semaine du 30 novembre'))
    expect(api.calls.at(-1)?.query).toContain('from=2026-11-30&to=2026-12-07')
    await user.click(getByRole('button', { name: 'Semaine précédente' }))
    await waitFor(() => getByText('Semaine du 23 novembre'))
  })

  it('says whether it is worth coming now, with a range and never a guess', async () => {
    const { getByRole } = await openAt('/maisons/moyaux')
    const now = getByRole('region', { name: 'En ce moment' })
    expect(now.textContent).toMatch(/Ouvert jusqu’à 12.h.30/)
    expect(now.textContent).toContain('3 personnes attendent')
    expect(now.textContent).toContain('environ 10 à 25 minutes')
  })

  it('does not guess the wait when no counter is open, and says when a closed house opens', async () => {
    const api = fakeApi()
    api.on('GET /sites/\\w+/status', () => ok({ open: true, validUntil: '2026-11-24T00:00:00+01:00', numbers: [{}], waiting: 2, openCounters: 0, noEstimate: { reason: 'noCounterOpen' } }))
    const { getByText } = await openAt('/maisons/moyaux', api)
    getByText('Attente inconnue : aucun guichet n’est ouvert en ce moment.')
    const closed = fakeApi()
    closed.on('GET /sites/\\w+/status', () => ok({ open: false, validUntil: '2026-11-24T00:00:00+01:00', numbers: [{ refused: 'notOpen' }], opensAt: '2026-11-24T09:00:00+01:00', waiting: 9, openCounters: 0 }))
    const other = await openAt('/maisons/moyaux', closed)
    other.getByText(/Fermé pour le moment. Ouvre mardi 24 novembre à.9.h/)
    expect(other.getByRole('region', { name: 'En ce moment' }).textContent).not.toContain('attend')
  })

  it('says that no numbers are left, and what else there is', async () => {
    const api = fakeApi()
    api.house.house.numbers = [{ refused: 'noMoreNumbers' }]
    const { getByRole } = await openAt('/maisons/moyaux', api)
    expect(getByRole('region', { name: 'En ce moment' }).textContent).toMatch(/Ouvert jusqu’à.*Plus de numéros aujourd’hui\. Prenez un rendez-vous/)
  })

  it('leaves the line out when nothing answers', async () => {
    const api = fakeApi()
    api.on('GET /sites/\\w+/status', () => problem(404, 'not-found'))
    const { queryByRole, getByRole } = await openAt('/maisons/moyaux', api)
    getByRole('heading', { level: 1, name: 'France services de Moyaux' })
    expect(queryByRole('region', { name: 'En ce moment' })).toBeNull()
  })

  it('is friendly about a house that is not known', async () => {
    const api = fakeApi()
    api.on('GET /sites/\\w+', () => problem(404, 'not-found'))
    const { getByRole } = await openAt('/maisons/none', api)
    getByRole('heading', { level: 1, name: 'Nous ne connaissons pas cette maison' })
  })

  const inWeek = (more: object) => {
    const api = fakeApi()
    api.on('GET /sites/\\w+/sessions', () => list([{ ...SESSIONS[0]!, ...more }]))
    return openAt('/maisons/moyaux', api)
  }

  it('says in words what is wrong with a session, and why', async () => {
    const { getByText } = await inWeek({ state: 'cancelled', reason: 'agent malade' })
    getByText('annulée : agent malade')
    const late = await inWeek({ lateMinutes: 20, remaining: 3, places: 6 })
    late.getByText('En retard d’environ 20 minutes')
    late.getByText('encore 3 places libres')
    const full = await inWeek({ remaining: 0, places: 6 })
    full.getByText('complet')
  })

  it('marks a partner that takes appointments on its own site as leading elsewhere', async () => {
    const { getByRole, getByText } = await inWeek({ partner: { ...FRANCE_TITRES, bookingUrl: 'https://rdv.exemple.fr' } })
    expect(getByRole('link', { name: 'Prendre rendez-vous sur le site de France Titres' }).getAttribute('rel')).toContain('noopener')
    getByText('(autre site, nouvelle fenêtre)')
  })

  it('says of a workshop what it is, and leads to its event', async () => {
    const { getByRole, getByText } = await inWeek({ title: { fr: 'Atelier numérique', en: 'Digital workshop' }, eventCode: 'portes-ouvertes' })
    getByText('Atelier numérique')
    expect(getByRole('link', { name: 'Voir l’événement' }).getAttribute('href')).toBe('/evenements/portes-ouvertes')
  })

  it('can be followed in a calendar', async () => {
    const { getByRole } = await openAt('/maisons/moyaux')
    expect(getByRole('link', { name: 'S’abonner dans mon agenda' }).getAttribute('href')).toMatch(/^webcal:.*\/sites\/moyaux\/calendar.ics$/)
  })

  it('of a bus says when it comes by next', async () => {
    const api = fakeApi()
    api.on('GET /sites/(\\w+)', () => ok({ ...SITE, kind: 'bus' }))
    const { getByRole } = await openAt('/maisons/moyaux', api)
    const next = getByRole('region', { name: 'Prochain passage ici' })
    expect(next.textContent).toMatch(/mardi 24 novembre à.9.h – 12.h/)
    expect(next.textContent).toMatch(/jeudi 26 novembre.*annulée/)
  })
})

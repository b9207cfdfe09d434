import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, problem } from '@/testing/fakeApi'
import { emptyStores, openAt } from '@/testing/harness'

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

  it('is friendly about a house that is not known', async () => {
    const api = fakeApi()
    api.on('GET /sites/\\w+', () => problem(404, 'not-found'))
    const { getByRole } = await openAt('/maisons/none', api)
    getByRole('heading', { level: 1, name: 'Nous ne connaissons pas cette maison' })
  })
})

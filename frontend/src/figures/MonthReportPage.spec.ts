import { fireEvent, screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '@/testing/fakeApi'
import { asManager, axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

describe('the report of a month', () => {
  beforeEach(emptyStores)

  it('is of the month that is over, in sentences first, and is printed', async () => {
    const api = fakeApi()
    loggedIn()
    asManager(api)
    window.print = vi.fn()
    const { user } = await openAt('/equipe/maisons/moyaux/chiffres/rapport', api)
    await screen.findByText('En octobre 2026, la maison a reçu 212 personnes (190 le mois d’avant).')
    screen.getByRole('heading', { name: 'Rapport d’octobre 2026' })
    screen.getByText('Une personne sur deux a été appelée en moins de 10 minutes ; 85 % ont attendu moins de 20 minutes.')
    screen.getByText('8 permanences ont été tenues sur 9 prévues.')
    expect(screen.queryByRole('button', { name: /Voir/ })).toBeNull()
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Imprimer' }))
    expect(window.print).toHaveBeenCalled()
    await fireEvent.change(screen.getByLabelText('Mois'), { target: { value: '2026-03' } })
    await waitFor(() => expect(api.calls.some(({ query }) => query === '?from=2026-03-01&to=2026-04-01')).toBe(true))
  })
})

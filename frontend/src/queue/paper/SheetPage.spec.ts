import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyStores, loggedIn, openAt } from '@/testing/harness'

describe('the paper of the day', () => {
  beforeEach(emptyStores)

  it('lists the appointments by time, with what to tick, and leaves lines for walk-ins', async () => {
    loggedIn()
    await openAt('/equipe/maisons/moyaux/feuille?date=2026-11-24')
    await screen.findByRole('heading', { level: 1, name: 'Feuille du mardi 24 novembre' })
    const [booked, walkIns] = screen.getAllByRole('table')
    const rows = [...booked!.querySelectorAll('tbody tr')]
    expect(rows.map((row) => row.textContent?.trim())).toEqual([
      expect.stringMatching(/^8.h.30Morel AnneRenouveler son permis.*02.31.00.00.01/),
      expect.stringMatching(/^9.h.30Lefèvre Jeanne/),
    ])
    expect(walkIns!.querySelectorAll('tbody tr').length).toBeGreaterThanOrEqual(5)
    screen.getByText('CAF', { exact: false, selector: '.sessions li' })
  })

  it('turns to the next day', async () => {
    loggedIn()
    const { user, api } = await openAt('/equipe/maisons/moyaux/feuille?date=2026-11-24')
    await user.click(await screen.findByRole('link', { name: 'Jour suivant' }))
    await waitFor(() => expect(api.calls.at(-1)?.query).toBe('?date=2026-11-25'))
  })
})

import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { asManager, axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

async function report(path = '', api = fakeApi()) {
  loggedIn()
  asManager(api)
  const asked = () => api.calls.filter(({ path: at }) => at.endsWith('session-report')).map(({ query }) => query)
  return { ...(await openAt(`/equipe/maisons/moyaux/bilan${path}`, api)), api, asked }
}
const table = (name: string) => within(screen.getByRole('region', { name }))
const line = (name: string, who: string) => within(table(name).getByRole('row', { name: new RegExp(who) })).getAllByRole('cell').map((cell) => cell.textContent)

describe('the figures of a house’s sessions', () => {
  beforeEach(emptyStores)

  it('count what nobody confirmed as unconfirmed, and not as absent, partner by partner', async () => {
    await report()
    await screen.findByRole('region', { name: 'Les permanences' })
    expect(table('Les permanences').getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
      'Qui reçoit', 'En tout', 'Tenues', 'Dont arrêtées avant la fin', 'Non confirmées', 'Organisme absent', 'Annulées', 'Sans suite notée', 'À venir',
    ])
    expect(line('Les permanences', 'Familles rurales')).toEqual(['6', '3', '1', '2', '0', '1', '0', '0'])
    expect(line('Les permanences', 'La maison')[0]).toBe('2')
    expect(line('Les personnes', 'Total').slice(0, 3)).toEqual(['20', '15', '3'])
    expect(await axeFindings()).toEqual([])
  })

  it('are of the last four weeks, or of the days that one chooses', async () => {
    const { asked } = await report()
    await screen.findByRole('region', { name: 'Les permanences' })
    await fireEvent.update(screen.getByLabelText('Du'), '2026-09-01')
    await waitFor(() => expect(asked()).toHaveLength(2))
    expect(asked()).toEqual(['?from=2026-10-27&to=2026-11-24', '?from=2026-09-01&to=2026-11-24'])
  })

  it('ask nothing for days in the wrong order or for more than a year', async () => {
    const { asked } = await report('?du=2026-11-20&au=2026-11-10')
    await screen.findByText('Le dernier jour vient après le premier.')
    await fireEvent.update(screen.getByLabelText('Du'), '2025-01-01')
    await screen.findByText('Un an au plus.')
    expect(asked()).toEqual([])
  })

  it('say when there is nothing, and when they could not be read', async () => {
    const api = fakeApi()
    let cut = true
    const nothing = { ...api.partners.report, partners: [] }
    api.on('GET /sites/moyaux/session-report', () => (cut ? problem(503, 'busy') : ok(nothing)))
    const { user } = await report('', api)
    const again = await screen.findByRole('button', { name: /essayer/i })
    cut = false
    await user.click(again)
    await screen.findByText('Aucune permanence entre ces deux jours.')
  })
})

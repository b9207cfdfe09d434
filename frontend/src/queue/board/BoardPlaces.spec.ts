import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

async function board() {
  loggedIn()
  const opened = await openAt('/equipe/maisons/moyaux')
  await screen.findByRole('heading', { name: '3 personnes attendent' })
  await screen.findByText('2 personnes attendues')
  return opened
}
const counter = () => within(screen.getByRole('region', { name: 'Guichet 1' }))

describe('the parts of the board', () => {
  beforeEach(emptyStores)

  it('says where it was done what was done, and takes it back there; what keys do, at the counter', async () => {
    const { user } = await board()
    const expected = () => within(screen.getByRole('region', { name: /attendue/ }))
    await user.click(expected().getByRole('button', { name: 'Arrivé(e) : Jeanne Lefèvre' }))
    await waitFor(() => expect(expected().getByRole('status').textContent).toMatch(/Jeanne Lefèvre est là/))
    await user.click(expected().getByRole('button', { name: /^Annuler ?: Jeanne Lefèvre est là/ }))
    await waitFor(() => expect(expected().getByRole('status').textContent).toMatch(/^Annulé : Jeanne/))
    await user.keyboard('n')
    await waitFor(() => counter().getByRole('button', { name: /^Annuler ?: R003 appelé/ }))
    expect(expected().getByRole('status').textContent).toBe('')
    expect(await axeFindings()).toEqual([])
  })

  it('begins with the queue on a phone, where no keys are explained', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }))
    const { user } = await board()
    expect(screen.getAllByRole('heading', { level: 2 }).slice(0, 2).map(({ textContent }) => textContent)).toEqual(['3 personnes attendent', 'Guichet 1'])
    expect(screen.queryByText(/Entrée/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Appeler R003' }))
    await user.click(await screen.findByRole('button', { name: 'Guichet 1 : R003, Appelé' }))
    within(screen.getByRole('dialog')).getByRole('button', { name: 'Recevoir' })
    expect(await axeFindings()).toEqual([])
  })
})

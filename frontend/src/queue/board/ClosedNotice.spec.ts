import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi } from '@/testing/fakeApi'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

async function board(api: ReturnType<typeof fakeApi>) {
  loggedIn()
  const opened = await openAt('/equipe/maisons/moyaux', api)
  await screen.findByRole('heading', { name: '3 personnes attendent' })
  const sent = () => api.calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)
  return { ...opened, sent }
}
const done = (words: RegExp) => waitFor(() => expect(screen.getAllByRole('status').some((one) => words.test(one.textContent ?? ''))).toBe(true))

describe('the board of a house that gives no numbers', () => {
  beforeEach(emptyStores)

  it('in a closed house, says who still waits, ends the queue in one act and takes it back in one', async () => {
    const api = fakeApi()
    Object.assign(api.house.house, { open: false, numbers: [{ refused: 'notOpen' }] })
    const { user, sent } = await board(api)
    // In the head, and above what to do about it.
    expect(screen.getAllByText(/La maison est fermée\. Elle ouvre mardi 24 novembre/)).toHaveLength(2)
    screen.getByText('3 personnes attendent · 1 guichet ouvert')
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Tout le monde est parti' }))
    await done(/3 personnes sont parties/)
    await screen.findByText('1 guichet ouvert')
    await user.keyboard('u')
    await done(/3 personnes sont de nouveau là/)
    await screen.findByRole('heading', { name: '3 personnes attendent' })
    await user.click(screen.getByRole('button', { name: 'Fermer tous les guichets' }))
    await done(/Tous les guichets sont fermés/)
    screen.getAllByText(/La maison est fermée\. Elle ouvre mardi 24 novembre/)
    expect(sent()).toEqual([
      'POST /sites/moyaux/queue/departures', 'POST /sites/moyaux/queue/departures/11/undo', 'POST /sites/moyaux/counters/close',
    ])
  })

  it('gives a number though none are left, with a reason that is kept and shown', async () => {
    const api = fakeApi()
    api.house.house.numbers = [{ refused: 'noMoreNumbers' }]
    const { user } = await board(api)
    await user.click(screen.getByRole('button', { name: /Donner un numéro/ }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(await dialog.findByRole('combobox', { name: 'Démarche' }), 'permis')
    await user.keyboard('{Enter}')
    await dialog.findByText(/la limite est atteinte/)
    await user.click(dialog.getByRole('button', { name: /Donner/ }))
    await dialog.findByText('Dites pourquoi, en trois lettres au moins.')
    await user.type(dialog.getByLabelText('Pourquoi donner ce numéro quand même ?'), 'Vient de loin')
    expect(await axeFindings()).toEqual([])
    await user.click(dialog.getByRole('button', { name: /Donner/ }))
    await done(/Numéro A014 donné/)
    expect(api.calls.find(({ method, path }) => method === 'POST' && path === '/sites/moyaux/tickets')?.body).toMatchObject({ reason: 'Vient de loin' })
    await screen.findByText('Par exception : Vient de loin')
  })
})

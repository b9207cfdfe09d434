import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi } from '@/testing/fakeApi'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

const BOARD = '/equipe/maisons/moyaux'

async function board(api = fakeApi()) {
  loggedIn()
  const opened = await openAt(BOARD, api)
  await screen.findByRole('heading', { name: '3 personnes attendent' })
  await screen.findByText('2 personnes attendues')
  const sent = () => api.calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)
  return { ...opened, api, sent }
}
const done = (words: RegExp) => waitFor(() => expect(screen.getAllByRole('status').some((one) => words.test(one.textContent ?? ''))).toBe(true))

describe('who waits in vain', () => {
  beforeEach(emptyStores)

  it('passes on at once all who wait in vain, and takes it back', async () => {
    const api = fakeApi()
    for (const number of ['A012', 'A013']) {
      Object.assign(api.house.tickets.find((one) => one.number === number)!, { stranded: { cause: 'partnerAbsent', partner: { name: { fr: 'CAF', en: 'CAF' } } } })
    }
    const { user, sent } = await board(api)
    const alarm = within(await screen.findByRole('region', { name: '2 personnes attendent une permanence qui ne les recevra pas' }))
    alarm.getByText(/CAF : personne n’est venu tenir la permanence\./)
    alarm.getByText('A012, A013')
    expect(screen.getAllByText('permanence finie')).toHaveLength(2)
    expect(await axeFindings()).toEqual([])
    await user.click(alarm.getByRole('button', { name: 'Orienter tous vers l’accueil (2)' }))
    await done(/2 personnes orientées vers l’accueil/)
    await waitFor(() => expect(screen.queryByText('permanence finie')).toBeNull())
    await user.keyboard('u')
    await done(/2 personnes orientées vers l’accueil/)
    await waitFor(() => expect(sent().filter((one) => one.endsWith('/undo'))).toEqual(['POST /tickets/tA012/undo', 'POST /tickets/tA013/undo']))
  })
})

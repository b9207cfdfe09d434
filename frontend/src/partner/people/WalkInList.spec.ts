import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi } from '@/testing/fakeApi'
import { axeFindings, emptyStores } from '@/testing/harness'
import { said, session } from '@/testing/partner'

describe('who came without an appointment', () => {
  beforeEach(emptyStores)

  it('is noted by number', async () => {
    const api = fakeApi()
    const { walkIns, people, procedure, sessions } = api.partners
    people.length = 0
    Object.assign(sessions.find(({ id }) => id === 'n1')!, { mode: 'walkIn' })
    walkIns.push({ ticketId: 't7', number: 'A007', state: 'done', outcomes: ['attended'], arrivedAt: '2026-11-23T08:40:00+01:00', procedure })
    const { user } = await session('n1', api, 'Sans rendez-vous')
    const one = within(await screen.findByRole('article', { name: /^Numéro A007 arrivé\(e\) à 8.h.40$/ }))
    one.getByText(/Demander une aide au logement – terminé/)
    await user.click(one.getByRole('button', { name: 'Venu(e)' }))
    await said(/Numéro A007 : venu\(e\)/)
    await user.click(one.getByRole('button', { name: 'Réglé' }))
    await waitFor(() => expect(one.getByRole('button', { name: 'Réglé' }).getAttribute('aria-pressed')).toBe('true'))
    const sent = api.calls.filter(({ method, path }) => method === 'PUT' && path === '/tickets/t7/attendance')
    expect(sent.map(({ headers, body }) => [headers.get('If-Match'), body])).toEqual([
      ['"0"', { outcome: 'attended', papersMissing: false }],
      ['"1"', { outcome: 'attended', papersMissing: false, channel: 'counter', result: 'solved' }],
    ])
    expect(await axeFindings()).toEqual([])
  })

  it('is said to be nobody while no number was taken', async () => {
    const api = fakeApi()
    Object.assign(api.partners.sessions.find(({ id }) => id === 'n2')!, { mode: 'walkIn' })
    await session('n2', api, 'Sans rendez-vous')
    await screen.findByText('Personne n’a pris de numéro pour cette permanence.')
  })
})

import { screen, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi } from '@/testing/fakeApi'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

describe('the board', () => {
  beforeEach(emptyStores)

  it('says who may come though the house changed their appointment and could not tell them', async () => {
    const api = fakeApi()
    api.house.agenda.untold = [
      {
        reference: 'JKLM-2345', status: 'cancelled', expectedAt: '2026-11-23T10:00:00+01:00', start: '2026-11-23T10:00:00+01:00',
        firstName: 'Odette', lastName: 'Marie', procedure: { id: 'licence', code: 'licence', title: { fr: 'Permis', en: 'Licence' } },
      },
      {
        reference: 'JKLM-2346', status: 'booked', expectedAt: '2026-11-23T11:00:00+01:00', start: '2026-11-26T10:00:00+01:00',
        firstName: 'René', lastName: 'Marie', procedure: { id: 'licence', code: 'licence', title: { fr: 'Permis', en: 'Licence' } },
      },
    ]
    loggedIn()
    await openAt('/equipe/maisons/moyaux', api)
    const untold = within(await screen.findByRole('region', { name: '2 personnes à prévenir à leur arrivée' }))
    const people = untold.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(people[0]).toMatch(/10.h.*Odette Marie.*rendez-vous annulé/)
    expect(people[1]).toMatch(/11.h.*René Marie.*déplacé : jeudi 26 novembre à.10.h/)
    expect(await axeFindings()).toEqual([])
  })
})

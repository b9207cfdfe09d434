import { screen, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, list, ok } from '@/testing/fakeApi'
import { clock } from '@/time'
import { axeFindings, emptyStores } from '@/testing/harness'
import { SLOTS } from '@/testing/world'
import { card, said, session } from '@/testing/partner'

describe('a session under way', () => {
  beforeEach(emptyStores)

  it('offers no time for the next appointment before the visit is over', async () => {
    const api = fakeApi()
    const at = (time: string) => ({ ...SLOTS[0]!, id: `today-${time}`, partnerId: 'rural', start: `2026-11-23T${time}:00+01:00`, end: `2026-11-23T${time}:00+01:00` })
    api.on('GET /slots', () => list([at('08:30'), at('09:00'), at('09:30'), at('10:00')]))
    Object.assign(api.partners.people[1]!, { end: '2026-11-23T10:00:00+01:00' })
    const { user } = await session('n1', api)
    await user.click(card(/Paul/).getByRole('button', { name: 'Venu(e)' }))
    await user.click(await card(/Paul/).findByRole('button', { name: 'Prendre le rendez-vous suivant de Paul Martin' }))
    await screen.findByRole('button', { name: /à.10.h/ })
    expect(screen.queryByRole('button', { name: /à.(8.h.30|9.h|9.h.30)$/ })).toBeNull()
  })

  it('marks nobody whom the queue still has, unless who saw them says so', async () => {
    const api = fakeApi()
    Object.assign(api.partners.people[0]!, { ticket: { number: 'R003', state: 'waiting' }, outcomes: [] })
    const { user, marks } = await session('n1', api)
    card(/Jeanne/).getByText('La file d’attente ne dit pas que cette personne a été reçue.')
    expect(card(/Jeanne/).queryByRole('button', { name: 'Absent(e)' })).toBeNull()
    await user.click(screen.getByRole('button', { name: /^Toutes venues/ }))
    await screen.findByText('Jeanne Lefèvre : attend encore')
    expect(await axeFindings()).toEqual([])
    await user.click(card(/Jeanne/).getByRole('button', { name: 'Reçu(e) quand même' }))
    await said(/Jeanne Lefèvre : venu/)
    expect(marks().at(-1)!.body).toEqual({ outcome: 'attended', papersMissing: false, received: true })
    expect(screen.queryByText('Jeanne Lefèvre : attend encore')).toBeNull()
  })

  it('once somebody was received it is held, and nobody is asked any more who will be there', async () => {
    const api = fakeApi()
    Object.assign(api.partners.sessions.find(({ id }) => id === 'n1')!, { state: 'planned', unconfirmed: true, actions: ['confirm', 'delay', 'stop', 'cancel', 'markHeld'] })
    const { user } = await session('n1', api)
    screen.getByText('N’a pas été confirmée')
    expect(screen.queryByRole('button', { name: /Je serai là/ })).toBeNull()
    api.on('GET /sessions/n1', () => ok({ ...api.partners.sessions.find(({ id }) => id === 'n1'), state: 'held', partnerAttendance: 'present', unconfirmed: false, actions: ['stop', 'markHeld'] }))
    await user.click(card(/Paul/).getByRole('button', { name: 'Venu(e)' }))
    await screen.findByText('A eu lieu')
    expect(screen.queryByText('N’a pas été confirmée')).toBeNull()
  })

  it('ends when the partner has to leave: whom it concerns is said first, and it may go on', async () => {
    clock.now = () => new Date('2026-11-23T09:20:00Z')
    const { api, user } = await session()
    await user.click(screen.getByRole('button', { name: /Un empêchement/ }))
    await user.click(screen.getByRole('button', { name: 'Partir avant la fin' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Partir avant la fin ?' }))
    const time = dialog.getByLabelText(/Heure du départ/)
    expect(time).toHaveProperty('value', '10:20')
    await dialog.findByText('12 personnes ont rendez-vous.')
    expect(await axeFindings()).toEqual([])
    await user.clear(time)
    await user.type(time, '12:30')
    await user.click(dialog.getByRole('button', { name: /^(Partir et prévenir|Noter le départ)/ }))
    await dialog.findByText('Donnez une heure après le début et avant la fin de la permanence.')
    await user.clear(time)
    await user.type(time, '10:20')
    await user.type(dialog.getByLabelText(/Pourquoi/), 'Urgence')
    await user.click(await dialog.findByRole('button', { name: 'Partir et prévenir 12 personnes' }))
    await said(/^Départ noté : .*Prévenues par message : 9. À appeler par la maison : 3./)
    screen.getByText(/^Tenue, terminée à 10.h.20$/)
    expect(api.calls.find(({ path }) => path.endsWith('/stop'))!.body).toEqual({ at: '2026-11-23T10:20:00+01:00', reason: 'Urgence' })
    await user.click(screen.getByRole('button', { name: 'Reprendre la permanence' }))
    await user.click(await screen.findByRole('button', { name: 'Oui, elle reprend' }))
    await said(/La permanence reprend/)
    screen.getByText('A eu lieu')
  })
})

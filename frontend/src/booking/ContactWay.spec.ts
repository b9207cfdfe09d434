import { screen } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { emptyStores, openAt } from '@/testing/harness'
import { BOOKING, SECRET } from '@/testing/world'

const OPEN = `/rendez-vous/ABCD-EFGH#${SECRET}`

function withContact(visitor: object) {
  const api = fakeApi()
  const booking = { ...BOOKING, visitor: { ...BOOKING.visitor, ...visitor } }
  api.on('GET /bookings/[^/]+', () => ok(booking))
  api.on('PUT /bookings/.+/contact-by', (_, { contactBy }) => ok({ ...booking, visitor: { ...booking.visitor, contactBy } }))
  return api
}

describe('how somebody is told', () => {
  beforeEach(emptyStores)

  it('can be changed among the addresses given, and changed back', async () => {
    const { api, user } = await openAt(OPEN, withContact({ email: 'jeanne@exemple.fr', phone: '+33612345678', contactBy: 'email' }))
    expect(screen.getAllByRole('radio')).toHaveLength(4)
    expect(screen.queryByRole('button', { name: 'Enregistrer ce choix' })).toBeNull()
    await user.click(screen.getByRole('radio', { name: /^Par SMS :.*06.12.34.56.78/ }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer ce choix' }))
    await screen.findByText('C’est noté : nous vous écrirons par SMS.')
    expect(api.calls.filter(({ method }) => method === 'PUT').at(-1)?.body).toEqual({ contactBy: 'sms' })
    await user.click(screen.getByRole('radio', { name: /^Par e-mail/ }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer ce choix' }))
    await screen.findByText(/par e-mail\.$/)
  })

  it('a landline is called, never written to', async () => {
    await openAt(OPEN, withContact({ phone: '+33231000001', contactBy: 'call' }))
    expect(screen.getAllByRole('radio').map((one) => (one as HTMLInputElement).value)).toEqual(['call', 'none'])
  })

  it('without any address there is nothing to choose', async () => {
    await openAt(OPEN)
    screen.getByText(/Vous n’avez donné ni e-mail ni téléphone/)
    expect(screen.queryByRole('radio')).toBeNull()
  })

  it('says what the server refuses', async () => {
    const api = withContact({ email: 'jeanne@exemple.fr', contactBy: 'email' })
    api.on('PUT /bookings/.+/contact-by', () => problem(422, 'invalid-request', { errors: [{ field: 'contactBy', message: 'Pas possible ici.' }] }))
    const { user } = await openAt(OPEN, api)
    await user.click(screen.getByRole('radio', { name: 'Ne plus me prévenir' }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer ce choix' }))
    await screen.findByText('Pas possible ici.')
  })
})

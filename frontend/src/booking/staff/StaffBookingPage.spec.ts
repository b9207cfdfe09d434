import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'
import { BOOKING } from '@/testing/world'

const HERE = '/equipe/maisons/moyaux/rendez-vous/ABCD-EFGH'

async function booking(roles = ['clerk'], api = fakeApi()) {
  loggedIn()
  api.on('GET /me', () => ok({ username: 'claire', firstName: 'Claire', lastName: 'Martin', roles, sites: [{ id: 'moyaux', name: 'Moyaux' }], partner: null }))
  const opened = await openAt(HERE, api)
  await screen.findByRole('heading', { name: 'Les messages de ce rendez-vous' })
  return { ...opened, api }
}

describe('a booking for staff', () => {
  beforeEach(emptyStores)

  it('opens with the agent’s session, without the secret', async () => {
    const { api } = await booking()
    screen.getByText('ni téléphone ni e-mail : personne ne peut la prévenir')
    const call = api.calls.find(({ path }) => path === '/bookings/ABCD-EFGH')!
    expect([call.headers.get('Authorization'), call.headers.get('Booking-Secret')]).toEqual(['Bearer bearer', null])
  })

  it('tells the fate of each message, and its text on demand', async () => {
    const { user } = await booking()
    const first = within(await screen.findByRole('article', { name: 'E-mail – Confirmation' }))
    first.getByText(/^reçu vendredi 20 novembre à.10.h/)
    const bounced = within(screen.getByRole('article', { name: 'E-mail – Rendez-vous déplacé' }))
    bounced.getByText('revenu : n’est pas arrivé')
    bounced.getByText('Cette adresse n’existe pas.')
    within(screen.getByRole('article', { name: 'SMS – Rappel' })).getByText(/^partira lundi 23 novembre à.18.h/)
    within(screen.getByRole('article', { name: 'Appel – Rendez-vous déplacé' })).getByText(/^personne prévenue/)
    expect(screen.queryByText(/c’est noté\./)).toBeNull()
    await user.click(first.getByRole('button', { name: /Voir le texte/ }))
    first.getByText(/c’est noté\./)
    expect(screen.queryByRole('button', { name: /^Renvoyer/ })).toBeNull()
    expect(await axeFindings()).toEqual([])
  })

  it('a manager sends a message again after one question', async () => {
    const { user, api } = await booking(['manager'])
    await user.click(await screen.findByRole('button', { name: 'Renvoyer : E-mail – Rendez-vous déplacé' }))
    expect(api.calls.some(({ path }) => path.endsWith('resend'))).toBe(false)
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Renvoyer' }))
    await screen.findByText('C’est noté : le message repart.')
    expect(api.calls.find(({ path }) => path === '/messages/m2/resend')?.headers.get('Idempotency-Key')).toMatch(/^[\da-f-]{36}$/)
    await screen.findByText(/renvoyé à la demande/)
  })

  it('says why a message cannot be sent again', async () => {
    const { user, api } = await booking(['manager'])
    api.on('POST /messages/m2/resend', () => problem(409, 'not-resendable', { detail: 'Le rendez-vous est passé.' }))
    await user.click(await screen.findByRole('button', { name: 'Renvoyer : E-mail – Rendez-vous déplacé' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Renvoyer' }))
    await screen.findByText('Le rendez-vous est passé.')
  })

  it('says no longer that a message could not be sent again once the list was read', async () => {
    const { user, api } = await booking(['manager'])
    api.on('POST /messages/m2/resend', () => problem(503, 'busy'))
    await user.click(await screen.findByRole('button', { name: 'Renvoyer : E-mail – Rendez-vous déplacé' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Renvoyer' }))
    await user.click(await screen.findByRole('button', { name: 'Réessayer' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Réessayer' })).toBeNull())
  })

  it('takes the wish for an earlier place, and takes it back', async () => {
    const { user, api } = await booking()
    await user.click(await screen.findByRole('button', { name: 'La prévenir si une place se libère' }))
    await screen.findByText('La personne sera prévenue si une place se libère plus tôt.')
    const call = api.calls.find(({ method, path }) => method === 'PUT' && path.endsWith('waitlist-entry'))!
    expect([call.headers.get('Authorization'), call.headers.get('Booking-Secret')]).toEqual(['Bearer bearer', null])
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Ne plus la prévenir' }))
    await screen.findByRole('button', { name: 'La prévenir si une place se libère' })
  })

  it('says why an earlier place cannot be asked for, and what is offered already', async () => {
    const api = fakeApi()
    api.messages.waitlist.possible = false
    const first = await booking(['clerk'], api)
    await screen.findByText(/Pas possible pour ce rendez-vous : .*une adresse e-mail ou un mobile/)
    expect(screen.queryByRole('button', { name: 'La prévenir si une place se libère' })).toBeNull()
    first.unmount()
    const other = fakeApi()
    other.messages.offer()
    other.on('DELETE /bookings/.+/waitlist-entry', () => problem(409, 'conflict', { detail: 'C’est trop tard.' }))
    const { user } = await booking(['clerk'], other)
    await screen.findByText(/Une place lui est proposée : lundi 23 novembre à.15.h/)
    await user.click(screen.getByRole('button', { name: 'Ne plus la prévenir' }))
    await screen.findByText('C’est trop tard.')
  })

  it('offers no other time that is the one it has', async () => {
    const { user } = await booking()
    await user.click(screen.getByRole('button', { name: 'Déplacer' }))
    await screen.findByRole('button', { name: /24 novembre à.10.h/ })
    expect(screen.queryByRole('button', { name: /24 novembre à.9.h.30/ })).toBeNull()
  })

  it('is not cancelled when it became another one meanwhile: who did what is said, and shown', async () => {
    const { user, api } = await booking()
    await user.click(screen.getByRole('button', { name: 'Annuler le rendez-vous' }))
    const dialog = within(screen.getByRole('dialog'))
    api.on('POST /bookings/ABCD-EFGH/cancellation', () => problem(412, 'stale', { detail: 'La personne a déplacé ce rendez-vous.' }))
    api.on('GET /bookings/ABCD-EFGH', () => ok({ ...BOOKING, start: '2026-12-01T14:00:00+01:00', sequence: 7 }))
    await user.click(dialog.getByRole('button', { name: 'Oui, annuler le rendez-vous' }))
    await dialog.findByText('La personne a déplacé ce rendez-vous.')
    await screen.findAllByText(/mardi 1er décembre/)
    api.on('POST /bookings/ABCD-EFGH/cancellation', () => ok({ ...BOOKING, status: 'cancelled', sequence: 8 }))
    await user.click(dialog.getByRole('button', { name: 'Oui, annuler le rendez-vous' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(api.calls.filter(({ path }) => path.endsWith('/cancellation')).map(({ headers }) => headers.get('If-Match'))).toEqual([`"${BOOKING.sequence}"`, '"7"'])
  })

  it('is cancelled, and nobody has to call when the person knows', async () => {
    const { user, api } = await booking()
    await user.click(screen.getByRole('button', { name: 'Annuler le rendez-vous' }))
    await user.click(screen.getByLabelText('La personne est déjà prévenue'))
    await user.click(screen.getByRole('button', { name: 'Oui, annuler le rendez-vous' }))
    await screen.findByText('Ce rendez-vous est annulé.')
    expect(api.calls.find(({ path }) => path.endsWith('cancellation'))?.body).toEqual({ told: true })
    expect(screen.queryByRole('button', { name: 'Déplacer' })).toBeNull()
  })

  it('is moved; when the time was just taken, another is chosen', async () => {
    const api = fakeApi()
    let taken = true
    api.on('POST /bookings/.+/reschedule', () =>
      taken ? problem(409, 'slot-taken') : ok({ ...BOOKING, start: '2026-11-26T10:00:00+01:00', end: '2026-11-26T10:30:00+01:00', sequence: 1 }),
    )
    const { user } = await booking(['clerk'], api)
    const choose = async () => {
      await user.click(await screen.findByRole('button', { name: /26 novembre à.10.h/ }))
      await user.click(await screen.findByRole('button', { name: /^Oui, déplacer/ }))
    }
    await user.click(screen.getByRole('button', { name: 'Déplacer' }))
    await choose()
    await screen.findByText(/Le rendez-vous n’a pas changé/)
    taken = false
    await choose()
    await screen.findByText('Le rendez-vous est déplacé.')
    screen.getByText(/jeudi 26 novembre 2026 à.10.h/, { selector: 'strong' })
    expect(api.calls.filter(({ path }) => path.endsWith('reschedule')).at(-1)?.body).toEqual({ slotId: '2026-11-26-10:00', told: false })
    await waitFor(() => expect(document.activeElement?.id).toBe('booking-news'))
  })

  it('that is past can no longer be changed', async () => {
    const api = fakeApi()
    api.on('GET /bookings/[^/]+', () => ok({ ...BOOKING, start: '2026-11-20T09:30:00+01:00', end: '2026-11-20T10:00:00+01:00', changeable: false }))
    await booking(['clerk'], api)
    screen.getByText(/Ce rendez-vous est passé/)
    expect(screen.queryByRole('button', { name: 'Déplacer' })).toBeNull()
  })

  it('is reached from the people expected on the board', async () => {
    loggedIn()
    const { user, router } = await openAt('/equipe/maisons/moyaux')
    await user.click(await screen.findByRole('link', { name: 'Jeanne Lefèvre' }))
    await waitFor(() => expect(router.currentRoute.value.path).toBe(HERE))
  })

  it('a number is added, and the confirmation goes again', async () => {
    const api = fakeApi()
    const visitor = { firstName: 'Jeanne', lastName: 'Lefevre', language: 'fr', contactBy: 'none' }
    api.on('GET /bookings/[\\w-]+/visitor', () => ({ ...ok({ visitor }), headers: { ETag: '"3"' } }))
    api.on('PUT /bookings/[\\w-]+/visitor', (_, body) => ({ ...ok({ visitor: { ...visitor, ...(body.visitor as object), contactBy: 'sms' } }), headers: { ETag: '"4"' } }))
    const { user } = await booking(['clerk'], api)
    screen.getByText('ni téléphone ni e-mail : personne ne peut la prévenir')
    await user.click(screen.getByRole('button', { name: 'Corriger ou compléter' }))
    await user.type(await screen.findByLabelText('Numéro de téléphone'), '0612345678')
    await user.clear(screen.getByLabelText('Nom'))
    await user.type(screen.getByLabelText('Nom'), 'Lefèvre')
    await user.click(screen.getByLabelText('Renvoyer la confirmation'))
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await screen.findByText('C’est corrigé, et la confirmation repart.')
    const put = api.calls.find(({ method, path }) => method === 'PUT' && path.endsWith('/visitor'))!
    expect(put.headers.get('If-Match')).toBe('"3"')
    expect(put.body).toEqual({ visitor: { firstName: 'Jeanne', lastName: 'Lefèvre', phone: '0612345678', language: 'fr' }, confirmAgain: true })
    screen.getByText('par SMS')
  })

  it('what cannot be is said at its field, and a newer version is shown before it is overwritten', async () => {
    const api = fakeApi()
    api.on('GET /bookings/[\\w-]+/visitor', () => ({ ...ok({ visitor: BOOKING.visitor }), headers: { ETag: '"3"' } }))
    api.on('PUT /bookings/[\\w-]+/visitor', () => problem(400, 'invalid-request', { errors: [{ field: 'visitor.phone', message: 'Ce numéro n’existe pas.' }] }))
    const { user } = await booking(['clerk'], api)
    await user.click(screen.getByRole('button', { name: 'Corriger ou compléter' }))
    await user.type(await screen.findByLabelText('Numéro de téléphone'), '12{Enter}')
    await screen.findByText('Ce numéro n’existe pas.', { selector: '.error' })
    api.on('PUT /bookings/[\\w-]+/visitor', () => problem(412, 'stale'))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await screen.findByText(/Quelqu’un d’autre a enregistré avant vous/)
    expect((screen.getByLabelText('Numéro de téléphone') as HTMLInputElement).value).toBe('12')
  })
})

import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { clock } from '@/time'
import { fakeApi, problem } from '@/testing/fakeApi'
import { emptyStores, openAt } from '@/testing/harness'
import { PROCEDURES, SECRET, SITE, slotAt, SLOTS } from '@/testing/world'
import { draft } from './draft'
import { holding } from './holding'

function keepSlot(contactRequired = false): void {
  const hold = { id: 'h1', slotId: SLOTS[0]!.id, expiresAt: '2026-11-23T08:10:00Z', extended: false }
  Object.assign(holding, { hold, until: Date.parse(hold.expiresAt), slot: SLOTS[0], context: { site: { ...SITE, contactRequired }, procedure: PROCEDURES[0] } })
}
const posts = (api: ReturnType<typeof fakeApi>) => api.calls.filter(({ method, path }) => method === 'POST' && path === '/bookings')

async function typed(api = fakeApi()) {
  const view = await openAt('/coordonnees', api)
  await view.user.type(view.getByLabelText('Prénom'), 'Jeanne')
  await view.user.type(view.getByLabelText('Nom'), 'Lefèvre')
  await view.user.click(view.getByLabelText('Ne pas me prévenir'))
  const send = () => view.user.click(view.getByRole('button', { name: 'Confirmer le rendez-vous' }))
  return { ...view, send }
}

describe('who is it for?', () => {
  beforeEach(() => {
    emptyStores()
    keepSlot()
  })

  it('books with a name alone, and forgets on this device what was typed', async () => {
    const { api, router, send } = await typed()
    await send()
    await waitFor(() => expect(router.currentRoute.value.name).toBe('booking'))
    expect(router.currentRoute.value.hash).toBe(`#${SECRET}`)
    expect(posts(api)[0]?.body).toEqual({
      slotId: SLOTS[0]!.id,
      procedureId: 'licence',
      holdId: 'h1',
      visitor: { firstName: 'Jeanne', lastName: 'Lefèvre', language: 'fr', contactBy: 'none' },
    })
    expect(draft.firstName).toBe('')
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('Lefèvre')
  })

  it('names every wrong field at once, ties each to its field, and gives the summary the focus', async () => {
    const { api, getByLabelText, getByRole, user } = await openAt('/coordonnees')
    await user.click(getByRole('button', { name: 'Confirmer le rendez-vous' }))
    const summary = getByRole('alert', { name: 'Il y a 3 points à corriger' })
    await waitFor(() => expect(document.activeElement).toBe(summary))
    const first = getByLabelText('Prénom')
    expect(first.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(first.getAttribute('aria-describedby')!)?.textContent).toContain('Écrivez le prénom.')
    await user.click(getByRole('link', { name: 'Écrivez le nom.' }))
    await waitFor(() => expect(document.activeElement).toBe(getByLabelText('Nom')))
    expect(posts(api)).toHaveLength(0)
  })

  it('asks for a contact where the house wants one', async () => {
    keepSlot(true)
    const { getByText, queryByLabelText } = await openAt('/coordonnees')
    getByText('Cette maison demande un moyen de vous joindre.')
    expect(queryByLabelText('Ne pas me prévenir')).toBeNull()
  })

  it('shows the server’s errors on their fields', async () => {
    const api = fakeApi()
    api.on('POST /bookings', () =>
      problem(400, 'invalid-request', { errors: [{ field: 'visitor.phone', message: 'Ce numéro n’existe pas.' }] }),
    )
    const { getByLabelText, getAllByText, send, user } = await typed(api)
    await user.click(getByLabelText('Par téléphone'))
    await user.type(getByLabelText('Numéro de téléphone'), '0612')
    await send()
    await waitFor(() => expect(getAllByText('Ce numéro n’existe pas.')).toHaveLength(2))
    expect(getByLabelText('Numéro de téléphone').getAttribute('aria-describedby')).toContain('phone-error')
  })

  it('explains a lost slot, keeps every word, and books the nearest instead', async () => {
    const api = fakeApi()
    let taken = true
    const usual = fakeApi()
    api.on('POST /bookings', async (request) => {
      if (taken) return problem(409, 'slot-taken', { alternatives: [slotAt('2026-11-24', '10:00')] })
      const answer = await usual.fetch(request.clone())
      return { status: answer.status, body: await answer.json() }
    })
    const { getByLabelText, getByRole, router, send, user } = await typed(api)
    await send()
    await waitFor(() => getByRole('heading', { name: 'Cette heure vient d’être prise' }))
    expect(getByLabelText('Prénom')).toHaveProperty('value', 'Jeanne')
    taken = false
    await user.click(getByRole('button', { name: /24 novembre à.10.h$/ }))
    await waitFor(() => expect(holding.slot?.id).toBe('2026-11-24-10:00'))
    expect(getByLabelText('Nom')).toHaveProperty('value', 'Lefèvre')
    await send()
    await waitFor(() => expect(router.currentRoute.value.name).toBe('booking'))
  })

  it('a lost answer is sent again with the same key; other words get another', async () => {
    const api = fakeApi()
    api.on('POST /bookings', () => Promise.reject(new TypeError('network')))
    const { getByLabelText, getByRole, send, user } = await typed(api)
    await send()
    await waitFor(() => getByRole('heading', { name: 'La connexion ne passe pas' }))
    await user.click(getByRole('button', { name: 'Réessayer' }))
    await waitFor(() => expect(posts(api)).toHaveLength(2))
    await user.type(getByLabelText('Nom'), '-Petit')
    await send()
    await waitFor(() => expect(posts(api)).toHaveLength(3))
    const keys = posts(api).map(({ headers }) => headers.get('Idempotency-Key'))
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })

  it('says that there is a booking already when its answer was lost and something was typed anew', async () => {
    const api = fakeApi()
    api.on('POST /bookings', () => problem(409, 'hold-used'))
    const { findByText, router, send } = await typed(api)
    await send()
    await findByText(/Un rendez-vous a déjà été pris à cette heure, depuis cet appareil/, { selector: '[role=alert] *, .errors *, li' })
    expect(router.currentRoute.value.name).toBe('visitor')
    expect(posts(api)).toHaveLength(1)
  })

  it('tells the time left, and gives more of it once', async () => {
    clock.now = () => new Date('2026-11-23T08:08:30Z')
    const { api, getByRole, getByText, queryByRole, user } = await openAt('/coordonnees')
    getByText('Cette heure vous est gardée. Encore 1 minute.')
    await user.click(getByRole('button', { name: 'Il me faut plus de temps' }))
    await waitFor(() => expect(queryByRole('button', { name: 'Il me faut plus de temps' })).toBeNull())
    expect(api.calls.some(({ path }) => path === '/holds/h1/extension')).toBe(true)
  })

  it('without a slot it says where to begin', async () => {
    emptyStores()
    const { getByRole } = await openAt('/coordonnees')
    getByRole('heading', { level: 1, name: 'Choisissez d’abord une heure' })
  })

  it('the relative who books gives their name too', async () => {
    const { api, getByLabelText, send, user } = await typed()
    await user.click(getByLabelText('Je prends ce rendez-vous pour quelqu’un d’autre'))
    await user.type(getByLabelText('Votre nom, à vous qui réservez'), 'Anne, sa fille')
    await send()
    expect(posts(api)[0]?.body.visitor).toMatchObject({ bookedBy: 'Anne, sa fille' })
  })
})

import { fireEvent, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, openAt } from '@/testing/harness'
import { BOOKING } from '@/testing/world'
import { draft } from './draft'

const HERE = '/creneau?site=moyaux&demarche=licence'
const challenge = { algorithm: 'SHA-256', challenge: 'c', maxnumber: 9, salt: 's?expires=1&', signature: 'x' }
const needed = () => problem(429, 'proof-needed', { proof: challenge }, { 'Retry-After': '1' })

// The widget itself is tried in a real browser (e2e): here is only what the pages do with it.
vi.mock('./altcha', () => ({
  makeWidget: (asked: object) => Object.assign(document.createElement('div'), { id: 'widget', asked }),
}))

async function say(state: string, payload?: string) {
  await waitFor(() => expect(document.getElementById('widget')).not.toBeNull())
  await fireEvent(document.getElementById('widget')!, new CustomEvent('statechange', { detail: { state, payload } }))
}

describe('a proof of work that is asked for', () => {
  beforeEach(emptyStores)

  it('is computed beside the telephone, and the chosen slot is then kept without another press', async () => {
    const api = fakeApi()
    api.on('POST /holds', (request, { slotId }) =>
      request.headers.get('Proof') === 'solved' ? ok({ id: 'h1', slotId, expiresAt: new Date().toISOString(), extended: false }, 201) : needed(),
    )
    const { getByRole, findByRole, getByText, router, user } = await openAt(HERE, api)
    await user.click(getByRole('button', { name: /24 novembre à.9.h.30/ }))
    await findByRole('heading', { name: /votre appareil fait un petit calcul/ })
    expect(getByText(/Appeler le 02.31/).getAttribute('href')).toBe('tel:+33231000000')
    expect(await axeFindings()).toEqual([])
    await say('verifying')
    expect(router.currentRoute.value.name).toBe('slot')
    await say('verified', 'solved')
    await waitFor(() => expect(router.currentRoute.value.name).toBe('visitor'))
  })

  it('leaves the way open to another slot, and to the telephone when it fails', async () => {
    const api = fakeApi()
    api.on('POST /holds', needed)
    const { getByRole, findByRole, findByText, user } = await openAt(HERE, api)
    await user.click(getByRole('button', { name: /24 novembre à.9.h.30/ }))
    await findByRole('heading', { name: /petit calcul/ })
    await say('error')
    await findByText(/Le calcul n’a pas abouti/)
    await user.click(getByRole('button', { name: /24 novembre à.10.h$/ }))
    await waitFor(() => expect(api.calls.filter(({ path }) => path === '/holds').map(({ body }) => body.slotId)).toEqual(['2026-11-24-09:30', '2026-11-24-10:00']))
    await findByRole('heading', { name: /petit calcul/ })
  })

  it('loses nothing that was typed when it is asked for at the end', async () => {
    const api = fakeApi()
    api.on('POST /bookings', (request) => (request.headers.get('Proof') === 'solved' ? ok({ ...BOOKING, secret: 'secret' }, 201) : needed()))
    const { getByRole, findByRole, router, user } = await openAt(HERE, api)
    await user.click(getByRole('button', { name: /24 novembre à.9.h.30/ }))
    await user.type(await findByRole('textbox', { name: 'Prénom' }), 'Jeanne')
    await user.type(getByRole('textbox', { name: 'Nom' }), 'Lefèvre')
    await user.click(getByRole('radio', { name: 'Ne pas me prévenir' }))
    await user.click(getByRole('button', { name: 'Confirmer le rendez-vous' }))
    await findByRole('heading', { name: /petit calcul/ })
    expect(draft.lastName).toBe('Lefèvre')
    await say('verified', 'solved')
    await waitFor(() => expect(router.currentRoute.value.name).toBe('booking'))
    const keys = api.calls.filter(({ method, path }) => method === 'POST' && path === '/bookings').map(({ headers }) => headers.get('Idempotency-Key'))
    expect(keys).toEqual([keys[0], keys[0]])
  })

  it('says that only the house can help where no proof does', async () => {
    const api = fakeApi()
    api.on('POST /holds', () => problem(429, 'call-the-house'))
    const { getByRole, findByText, getByText, user } = await openAt(HERE, api)
    await user.click(getByRole('button', { name: /24 novembre à.9.h.30/ }))
    await findByText(/Trop de rendez-vous ont été demandés depuis votre réseau/)
    expect(getByText(/Appeler le 02.31/).getAttribute('href')).toBe('tel:+33231000000')
  })
})

import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, flushPromises, openAt } from '@/testing/harness'
import { BOOKING, SECRET } from '@/testing/world'
import { clock } from '@/time'

const OPEN = `/rendez-vous/ABCD-EFGH#${SECRET}`

describe('an earlier slot', () => {
  beforeEach(emptyStores)

  it('can be asked for, and the wish taken back', async () => {
    const { api, user } = await openAt(OPEN)
    await user.click(await screen.findByRole('button', { name: 'Oui, prévenez-moi' }))
    await screen.findByText(/C’est noté : nous vous préviendrons/)
    expect(api.calls.at(-1)?.headers.get('Booking-Secret')).toBe(SECRET)
    await user.click(screen.getByRole('button', { name: 'Ne plus me proposer de place' }))
    await screen.findByText(/nous ne vous proposerons pas/)
    screen.getByRole('button', { name: 'Oui, prévenez-moi' })
  })

  it('is not spoken of where it is not possible, nor for a cancelled booking', async () => {
    const api = fakeApi()
    api.messages.waitlist.possible = false
    const first = await openAt(OPEN, api)
    expect(screen.queryByText(/une place se libère/)).toBeNull()
    first.unmount()
    api.on('GET /bookings/[^/]+', () => ok({ ...BOOKING, status: 'cancelled' }))
    const asked = api.calls.length
    await openAt(OPEN, api)
    expect(api.calls.slice(asked).some(({ path }) => path.endsWith('waitlist-entry'))).toBe(false)
  })

  it('is taken when it is offered, by moving there with its hold', async () => {
    const api = fakeApi()
    api.messages.offer()
    const { user } = await openAt(OPEN, api)
    const offer = await screen.findByRole('region', { name: 'Une place plus tôt est libre pour vous' })
    expect(offer.textContent).toMatch(/lundi 23 novembre 2026 à.15.h.*à la place du mardi 24 novembre à.9.h.30.*jusqu’à 9.h.30.*Encore 30 minutes/)
    expect(await axeFindings()).toEqual([])
    api.messages.waitlist.offer = undefined
    await user.click(screen.getByRole('button', { name: 'Prendre ce créneau' }))
    await screen.findByText('Votre rendez-vous est déplacé.')
    expect(api.calls.find(({ path }) => path.endsWith('reschedule'))?.body).toEqual({ slotId: '2026-11-23-15:00', holdId: 'h9' })
    await waitFor(() => expect(document.activeElement?.id).toBe('news'))
    expect(screen.queryByRole('button', { name: 'Prendre ce créneau' })).toBeNull()
  })

  it('can be left to others', async () => {
    const api = fakeApi()
    api.messages.offer()
    const { user } = await openAt(OPEN, api)
    await user.click(await screen.findByRole('button', { name: 'Garder le mien' }))
    await screen.findByText(/Vous gardez votre rendez-vous/)
    expect(api.calls.some(({ path }) => path.endsWith('refusal'))).toBe(true)
    screen.getByText(/C’est noté : nous vous préviendrons/)
  })

  it.each([['slot-closed', 'Cette place vient d’être prise'], ['slot-taken', 'Cette place vient d’être prise']])(
    'that is gone (%s) is told kindly, and the booking stays', async (code, said) => {
      const api = fakeApi()
      api.messages.offer()
      api.on('POST /bookings/.+/reschedule', () => problem(409, code))
      const { user } = await openAt(OPEN, api)
      await screen.findByRole('button', { name: 'Prendre ce créneau' })
      api.messages.waitlist.offer = undefined
      await user.click(screen.getByRole('button', { name: 'Prendre ce créneau' }))
      await screen.findByRole('heading', { name: said })
      screen.getByText(/Votre rendez-vous n’a pas changé/)
    },
  )

  it('runs out by the server’s time, whatever this device’s clock says, and the server is asked whether it is over', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const api = fakeApi()
    api.messages.offer(2)
    const { waitlist } = api.messages
    api.on('GET /bookings/.+/waitlist-entry', () => ({ ...ok(waitlist), headers: { Date: 'Mon, 23 Nov 2026 08:00:00 GMT' } }))
    clock.now = () => new Date(Date.parse('2031-01-01T00:00:00Z') + performance.now())
    await openAt(OPEN, api)
    await screen.findByText(/Encore [12] minutes?/)
    waitlist.offer = undefined
    await vi.advanceTimersByTimeAsync(121_000)
    await flushPromises()
    await screen.findByRole('heading', { name: 'Cette place n’est plus gardée pour vous' })
  })

  it('that could not be read is asked for again', async () => {
    const api = fakeApi()
    let down = true
    const { answers } = api.messages
    api.on('GET /bookings/.+/waitlist-entry', (...asked) => (down ? problem(500, 'internal') : answers['GET /bookings/[\\w-]+/waitlist-entry']!(...asked)))
    const { user } = await openAt(OPEN, api)
    down = false
    await user.click(await screen.findByRole('button', { name: 'Réessayer' }))
    await screen.findByRole('button', { name: 'Oui, prévenez-moi' })
  })
})

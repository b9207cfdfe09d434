import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, openAt } from '@/testing/harness'
import { BOOKING, SECRET, slotAt } from '@/testing/world'

const NEAR = [slotAt('2026-11-26', '09:30'), slotAt('2026-12-01', '14:00')]
const CANCELLED = { ...BOOKING, status: 'cancelled', changeable: false, cancelledByHouse: { reason: 'Formation', proposals: NEAR } }

async function opened(query = '', more = {}) {
  const api = fakeApi()
  let now: object = { ...CANCELLED, ...more }
  api.on('GET /bookings/ABCD-EFGH', () => ok(now))
  api.on('POST /bookings/ABCD-EFGH/reschedule', (_, { slotId }) => {
    const slot = [...NEAR, slotAt('2026-11-26', '10:00')].find(({ id }) => id === slotId)!
    return ok((now = { ...BOOKING, start: slot.start, end: slot.end }))
  })
  const opened = await openAt(`/rendez-vous/ABCD-EFGH${query}#${SECRET}`, api)
  await screen.findByRole('heading', { level: 1, name: 'Votre rendez-vous n’aura pas lieu' })
  await waitFor(() => expect(document.querySelector('.ghost')).toBeNull())
  return { ...opened, api, moves: () => api.calls.filter(({ path }) => path.endsWith('/reschedule')) }
}

describe('an appointment that fell', () => {
  beforeEach(emptyStores)

  it('says in plain words what happened and why, and offers the nearest times', async () => {
    await opened()
    screen.getByText(/^Votre rendez-vous du mardi 24 novembre à.9.h.30 n’aura pas lieu/)
    screen.getByText('Raison : Formation.')
    expect(screen.getAllByRole('button', { name: /^Prendre : / }).map((one) => one.textContent)).toHaveLength(2)
    expect(await axeFindings()).toEqual([])
  })

  it('takes one in one press', async () => {
    const { user, moves } = await opened()
    await user.click(screen.getByRole('button', { name: /^Prendre : jeudi 26 novembre à.9.h.30/ }))
    await screen.findByText(/^C’est noté : voici votre nouveau rendez-vous/)
    screen.getByText(/jeudi 26 novembre 2026 à.9.h.30/, { selector: 'strong' })
    screen.getByRole('heading', { level: 1, name: 'Votre rendez-vous' })
    expect(moves().map(({ body }) => body)).toEqual([{ slotId: '2026-11-26-09:30' }])
  })

  it('the one pressed in the mail stands first, taken only by the button of the page', async () => {
    const { user, moves, router } = await opened('?creneau=2026-12-01-14:00')
    screen.getByText('L’heure que vous avez choisie dans le message :')
    expect(moves()).toEqual([])
    expect(screen.getAllByRole('button', { name: /^Prendre : / })).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Oui, prendre cette heure' }))
    await screen.findByText(/^C’est noté : voici votre nouveau rendez-vous/)
    expect(moves()[0]!.body).toEqual({ slotId: '2026-12-01-14:00' })
    expect(router.currentRoute.value.fullPath).toBe(`/rendez-vous/ABCD-EFGH#${SECRET}`)
  })

  it('one of the mail that is no longer among the nearest is still found', async () => {
    await opened('?creneau=2026-11-26-10:00')
    screen.getByText(/jeudi 26 novembre à.10.h/)
    screen.getByRole('button', { name: 'Oui, prendre cette heure' })
  })

  it('one of the mail that is gone is said to be, with others', async () => {
    await opened('?creneau=gone')
    await screen.findByText('Cette heure vient d’être prise')
    expect(screen.getAllByRole('button', { name: /^Prendre : / })).toHaveLength(2)
  })

  it('nothing is lost when it was just taken: fresh ones are offered', async () => {
    const { api, user } = await opened('?creneau=2026-12-01-14:00')
    api.on('POST /bookings/ABCD-EFGH/reschedule', () => problem(409, 'slot-taken', { alternatives: [slotAt('2026-12-01', '15:30')] }))
    await user.click(screen.getByRole('button', { name: 'Oui, prendre cette heure' }))
    await screen.findByText('Rien n’est perdu. En voici d’autres, toutes proches :')
    screen.getByRole('button', { name: /^Prendre : mardi 1er décembre à.15.h.30/ })
    expect(screen.queryByRole('button', { name: 'Oui, prendre cette heure' })).toBeNull()
    expect(await axeFindings()).toEqual([])
  })

  it('taken meanwhile on another device, the booking shows where it stands', async () => {
    const { api, user } = await opened()
    api.on('POST /bookings/ABCD-EFGH/reschedule', () => problem(409, 'already-cancelled'))
    api.on('GET /bookings/ABCD-EFGH', () => ok({ ...BOOKING, start: NEAR[1]!.start, end: NEAR[1]!.end }))
    await user.click(screen.getByRole('button', { name: /^Prendre : jeudi/ }))
    await screen.findByText(/mardi 1er décembre 2026 à.14.h/, { selector: 'strong' })
  })

  it('without a time close to it, shows the other ways', async () => {
    await opened('', { cancelledByHouse: { proposals: [] } })
    screen.getByText(/Il n’y a pas d’heure libre tout près/)
    screen.getByRole('link', { name: 'Voir toutes les heures' })
    screen.getByRole('link', { name: /Appeler le 02/ })
  })
})

import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { emptyStores, openAt } from '@/testing/harness'
import { BOOKING, SECRET, slotAt } from '@/testing/world'

const HERE = '/rendez-vous/ABCD-EFGH'
const OPEN = `${HERE}#${SECRET}`

describe('a booking', () => {
  beforeEach(emptyStores)

  it('opens with its secret, which travels in a header only', async () => {
    const { api, getByText, getByRole } = await openAt(OPEN)
    getByRole('heading', { level: 1, name: 'Votre rendez-vous' })
    getByText(/mardi 24 novembre 2026 à/, { selector: 'strong' })
    getByRole('checkbox', { name: 'Permis de conduire actuel' })
    const call = api.calls.find(({ path }) => path === '/bookings/ABCD-EFGH')!
    expect(call.headers.get('Booking-Secret')).toBe(SECRET)
    expect(JSON.stringify(api.calls.map(({ path, query }) => path + query))).not.toContain(SECRET)
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(SECRET)
  })

  it('has what changes it before its papers, and all else after', async () => {
    const { container } = await openAt(OPEN)
    const order = [...container.querySelectorAll('main section')].map((one) => one.getAttribute('aria-labelledby'))
    expect(order.filter(Boolean)).toEqual(['change-title', 'papers-title', 'keep-title', 'waitlist-title', 'contact-title'])
  })

  it.each([`${HERE}#wrong`, HERE])('is kindly kept closed at %s', async (path) => {
    const { getByRole, queryByText } = await openAt(path)
    getByRole('heading', { level: 1, name: 'Nous ne pouvons pas ouvrir ce rendez-vous' })
    expect(queryByText(/Lefèvre/)).toBeNull()
    expect(getByRole('link', { name: 'Appeler une maison' }).getAttribute('href')).toBe('/appeler')
  })

  it('remembers on this device which papers are ready', async () => {
    const first = await openAt(OPEN)
    await first.user.click(first.getByRole('checkbox', { name: 'Permis de conduire actuel' }))
    first.getByText('Encore 2 papiers à préparer.')
    first.unmount()
    const again = await openAt(OPEN)
    expect(again.getByRole('checkbox', { name: 'Permis de conduire actuel' })).toHaveProperty('checked', true)
  })

  it('goes into the calendar as a file', async () => {
    const saved: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => (saved.push(file as Blob), 'blob:x'))
    const { getByRole, getByText, user } = await openAt(OPEN)
    await user.click(getByRole('button', { name: 'Mettre dans mon agenda' }))
    await waitFor(() => getByText('Le fichier d’agenda est téléchargé.'))
    expect(saved[0]?.type).toContain('text/calendar')
    expect(saved[0]?.size).toBeGreaterThan(20)
  })

  it('is printed on a slip with its papers and a code', async () => {
    const { container, findByRole } = await openAt(OPEN)
    await findByRole('img', { name: 'Code à scanner pour retrouver le rendez-vous' })
    const slip = container.querySelector('.slip')!.textContent
    expect(slip).toContain('ABCD-EFGH')
    expect(slip).toMatch(/Appelez la maison : 02.31.00.00.00/)
    expect(slip).toMatch(/\/rdv\/moyaux/)
    expect(slip).toMatch(/avec cette référence et le code 402.118/)
  })

  it('is cancelled after one question, and offers another', async () => {
    const { getByRole, router, user } = await openAt(OPEN)
    await user.click(getByRole('link', { name: 'Annuler le rendez-vous' }))
    await user.click(await waitFor(() => getByRole('button', { name: 'Oui, annuler le rendez-vous' })))
    await waitFor(() => getByRole('heading', { level: 1, name: 'Rendez-vous annulé' }))
    expect(router.currentRoute.value.hash).toBe(`#${SECRET}`)
    getByRole('link', { name: 'Prendre un autre rendez-vous' })
  })

  it('is not cancelled when it became another one meanwhile: who did what is said, and shown', async () => {
    const api = fakeApi()
    const { getByRole, findByText, user } = await openAt(OPEN, api)
    await user.click(getByRole('link', { name: 'Annuler le rendez-vous' }))
    const yes = await waitFor(() => getByRole('button', { name: 'Oui, annuler le rendez-vous' }))
    const detail = 'La maison a déplacé ce rendez-vous au mardi 1er décembre 2026 à 14 h.'
    api.on('POST /bookings/ABCD-EFGH/cancellation', () => problem(412, 'stale', { detail }))
    api.on('GET /bookings/ABCD-EFGH', () => ok({ ...BOOKING, start: '2026-12-01T14:00:00+01:00', sequence: BOOKING.sequence + 1 }))
    await user.click(yes)
    await findByText(detail)
    await findByText(/mardi 1er décembre à.14.h/)
    const seen = () => api.calls.filter(({ path }) => path.endsWith('/cancellation')).map(({ headers }) => headers.get('If-Match'))
    await user.click(getByRole('button', { name: 'Oui, annuler le rendez-vous' }))
    await waitFor(() => expect(seen()).toEqual([`"${BOOKING.sequence}"`, `"${BOOKING.sequence + 1}"`]))
  })

  it('moves to another slot once confirmed', async () => {
    const { getAllByRole, getByRole, getByText, user } = await openAt(OPEN)
    await user.click(getByRole('link', { name: 'Déplacer' }))
    await user.click((await waitFor(() => getAllByRole('button', { name: /26 novembre à.10.h/ })))[0]!)
    await user.click(await waitFor(() => getByRole('button', { name: 'Oui, déplacer' })))
    await waitFor(() => getByText(/jeudi 26 novembre 2026 à.10.h/, { selector: 'strong' }))
  })

  it('stays as it was when the new slot is lost, and others are offered', async () => {
    const api = fakeApi()
    api.on('POST /bookings/.+/reschedule', () => problem(409, 'slot-taken', { alternatives: [slotAt('2026-11-26', '09:30')] }))
    const { getAllByRole, getByRole, getByText, user } = await openAt(`${HERE}/deplacer#${SECRET}`, api)
    await user.click((await waitFor(() => getAllByRole('button', { name: /26 novembre à.10.h/ })))[0]!)
    await user.click(await waitFor(() => getByRole('button', { name: 'Oui, déplacer' })))
    await waitFor(() => getByText(/Votre rendez-vous n’a pas changé/))
    await user.click(getByRole('button', { name: /26 novembre à.9.h.30/ }))
    await waitFor(() => getByRole('button', { name: 'Oui, déplacer' }))
  })

  it('gives the phone of the house when it is too late to change', async () => {
    const api = fakeApi()
    api.on('GET /bookings/[^/]+', () => ok({ ...BOOKING, changeable: false }))
    const { getByRole, queryByRole } = await openAt(OPEN, api)
    getByRole('link', { name: /Appeler le 02.31/ })
    expect(queryByRole('link', { name: 'Déplacer' })).toBeNull()
  })
})

import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { forgetConfiguration } from '@/api/places'
import { CONFIGURATION, fakeApi, ok, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, openAt } from '@/testing/harness'
import { HOUSES, PAPERS, PROCEDURES } from '@/testing/world'

const { id, code, title } = PROCEDURES[0]!
const SLIP = {
  reference: 'K7QF2MXD', status: 'booked', start: '2026-11-24T09:30:00+01:00', end: '2026-11-24T10:00:00+01:00', site: HOUSES[0],
  procedure: { id, code, title }, documents: PAPERS, changeableUntil: '2026-11-24T07:30:00+01:00', changeable: true, cancelledByHouse: false,
}

async function page(path = '/rdv/moyaux', api = fakeApi()) {
  api.on('POST /booking-openings', (_, body) => (body.code === '402118' && body.reference === 'K7QF2MXD' ? ok(SLIP) : problem(404, 'not-found')))
  api.on('POST /booking-openings/cancellation', () => ok({ ...SLIP, status: 'cancelled', changeable: false }))
  const opened = await openAt(path, api)
  const type = async (reference: string, typed: string) => {
    await opened.user.clear(screen.getByLabelText('Référence'))
    await opened.user.type(screen.getByLabelText('Référence'), reference)
    await opened.user.clear(screen.getByLabelText('Code'))
    await opened.user.type(screen.getByLabelText('Code'), `${typed}{Enter}`)
  }
  return { ...opened, api, type }
}

describe('an appointment opened by its paper', () => {
  beforeEach(emptyStores)

  it('opens by what is typed as people type, and is cancelled after one question', async () => {
    const { user, api, type, router } = await page()
    await type('k7qf 2mxd', '4O2-118')
    await screen.findByText(/24 novembre 2026 à.9.h.30/)
    screen.getByText(/Justificatif de domicile/)
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Annuler le rendez-vous' }))
    await user.click(screen.getByRole('button', { name: 'Oui, annuler le rendez-vous' }))
    await screen.findByRole('heading', { level: 1, name: 'Rendez-vous annulé' })
    expect(api.calls.filter(({ path }) => path.startsWith('/booking-openings')).map(({ path, body }) => [path, body])).toEqual([
      ['/booking-openings', { reference: 'K7QF2MXD', code: '402118' }],
      ['/booking-openings/cancellation', { reference: 'K7QF2MXD', code: '402118' }],
    ])
    expect(router.currentRoute.value.fullPath).toBe('/rdv/moyaux')
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('402118')
    await user.click(screen.getByRole('button', { name: 'Fermer ce rendez-vous' }))
    await waitFor(() => expect((screen.getByLabelText('Code') as HTMLInputElement).value).toBe(''))
  })

  it('says at once what is not yet whole, without a try', async () => {
    const { api, type } = await page()
    await type('K7QF', '40')
    await screen.findByRole('alert')
    screen.getByText('Écrivez le code : 6 chiffres.', { selector: '.error' })
    expect(api.calls.some(({ path }) => path === '/booking-openings')).toBe(false)
  })

  it('a wrong code is said, and after too many the house’s number is what is left', async () => {
    const api = fakeApi()
    const { type } = await page('/rdv/moyaux', api)
    await type('K7QF-2MXD', '402 119')
    await screen.findAllByText(/ne vont pas ensemble/)
    api.on('POST /booking-openings', () => problem(429, 'too-many-codes', {}, { 'Retry-After': '86400' }))
    await type('K7QF-2MXD', '402 118')
    await screen.findByText('Trop d’essais')
    expect(screen.getByRole('link', { name: /Appeler le 02.31/ }).getAttribute('href')).toBe('tel:+33231000000')
    expect(screen.queryByLabelText('Code')).toBeNull()
  })

  it('too late to cancel: the house can still be called', async () => {
    const api = fakeApi()
    const { type } = await page('/rdv', api)
    api.on('POST /booking-openings', () => ok({ ...SLIP, changeable: false }))
    await type('K7QF-2MXD', '402 118')
    await screen.findByText(/Il est trop tard pour changer ce rendez-vous ici/)
    expect(screen.getByRole('link', { name: /Appeler le 02.31/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Annuler le rendez-vous' })).toBeNull()
  })

  it('without a house in the address it says where to find the number', async () => {
    await page('/rdv')
    screen.getByText(/Touchez le lien qu’il contient/)
    expect(screen.getByRole('link', { name: 'Trouver le numéro de la maison' }).getAttribute('href')).toBe('/appeler')
    expect(screen.queryByRole('link', { name: /^Appeler le/ })).toBeNull()
  })

  it('without a house in the address, the number of the whole is there too', async () => {
    forgetConfiguration()
    const api = fakeApi()
    api.on('GET /configuration', () => ok({ ...CONFIGURATION, phone: '3939' }))
    await page('/rdv', api)
    expect((await screen.findByRole('link', { name: /Appeler le 39.39/ })).getAttribute('href')).toBe('tel:3939')
    screen.getByRole('link', { name: 'Trouver le numéro de la maison' })
    forgetConfiguration()
  })
})

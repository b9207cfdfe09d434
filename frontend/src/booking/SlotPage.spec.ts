import { waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, list, ok, problem } from '@/testing/fakeApi'
import { YANN } from '@/testing/fakePartners'
import { asManager, emptyStores, loggedIn, openAt } from '@/testing/harness'
import { PROCEDURES, slotAt, SLOTS } from '@/testing/world'
import { clock } from '@/time'
import { holding } from './holding'

const HERE = '/creneau?site=moyaux&demarche=licence'
const WEEK = `${HERE}&semaine=2026-11-23`

describe('choosing a slot', () => {
  beforeEach(emptyStores)

  it('begins at the first free week, by day, morning and afternoon', async () => {
    const { getByRole } = await openAt(HERE)
    const day = getByRole('region', { name: 'mardi 24 novembre' })
    within(day).getByRole('heading', { name: 'Matin' })
    within(day).getByRole('heading', { name: 'Après-midi' })
    expect(within(day).getAllByRole('button')).toHaveLength(6)
    within(day).getByRole('button', { name: /^mardi 24 novembre à.9.h.30$/ })
  })

  it('tells the papers before an hour is chosen, and again on the form; the rare ones are folded away', async () => {
    const { getByRole, findByRole, user } = await openAt(HERE)
    const told = getByRole('region', { name: 'Les papiers à apporter' })
    const time = getByRole('button', { name: /24 novembre à.9.h.30/ })
    expect(told.compareDocumentPosition(time) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    within(told).getByText('Permis de conduire actuel')
    expect(within(told).getByText('Timbre fiscal, si demandé (si cela vous concerne)').closest('details')).not.toBeNull()
    within(told).getByText('Voir 1 autre papier')
    await user.click(time)
    within(await findByRole('region', { name: 'Les papiers à apporter' })).getByText('Permis de conduire actuel')
  })

  it('says of papers that nobody compared with the official page that they are to be verified, and of others when', async () => {
    const api = fakeApi()
    const source = { url: 'https://www.service-public.fr/particuliers/vosdroits/F1', checkedOn: undefined as string | undefined }
    api.on('GET /procedures/(\\w+)', () => ok({ ...PROCEDURES[0], source }))
    const first = await openAt(HERE, api)
    const told = await first.findByRole('region', { name: 'Les papiers à apporter' })
    within(told).getByText(/Liste à vérifier/)
    expect(within(told).getByRole('link', { name: 'La page officielle' }).getAttribute('href')).toBe(source.url)
    first.unmount()
    source.checkedOn = '2026-11-03'
    const later = await openAt(HERE, api)
    within(await later.findByRole('region', { name: 'Les papiers à apporter' })).getByText('Comparée à la page officielle le 3 novembre 2026.', { exact: false })
  })

  it('says to who is logged in as staff that this page is the public’s, and leads to theirs where they may', async () => {
    const anybody = await openAt(HERE)
    expect(anybody.queryByText('Vous êtes connecté comme agent')).toBeNull()
    anybody.unmount()
    loggedIn()
    const { findByText, getByRole, unmount } = await openAt(HERE, asManager())
    await findByText('Vous êtes connecté comme agent')
    expect(getByRole('link', { name: /à l’accueil de cette maison/ }).getAttribute('href')).toBe('/equipe/maisons/moyaux/rendez-vous')
    unmount()
    const api = fakeApi()
    api.on('GET /me', () => ok({ ...YANN }))
    const partner = await openAt(HERE, api)
    await partner.findByText('Vous êtes connecté comme agent')
    expect(partner.queryByRole('link', { name: /à l’accueil de cette maison/ })).toBeNull()
  })

  it('goes to other weeks, which stand in the address', async () => {
    const { getByRole, router, user } = await openAt(HERE)
    await user.click(getByRole('button', { name: 'Semaine suivante' }))
    await waitFor(() => getByRole('region', { name: 'mardi 1er décembre' }))
    expect(router.currentRoute.value.query.semaine).toBe('2026-11-30')
  })

  it('leads back to the first free day from an empty week', async () => {
    const { getByRole, getByText, user } = await openAt(`${HERE}&semaine=2026-12-14`)
    getByText('Aucune heure libre cette semaine.')
    await user.click(getByRole('button', { name: 'Aller au premier jour libre : mardi 24 novembre' }))
    await waitFor(() => getByRole('region', { name: 'mardi 24 novembre' }))
  })

  it('says so when the house has nothing free', async () => {
    const api = fakeApi()
    api.on('GET /slots', () => list([]))
    const { getByText } = await openAt(HERE, api)
    getByText('Aucun rendez-vous libre dans cette maison')
    expect(getByText(/Appeler le 02.31/).getAttribute('href')).toBe('tel:+33231000000')
  })

  it('keeps the chosen slot for this browser, then asks who comes', async () => {
    const { api, getByRole, router, user } = await openAt(HERE)
    await user.click(getByRole('button', { name: /24 novembre à.9.h.30/ }))
    await waitFor(() => expect(router.currentRoute.value.name).toBe('visitor'))
    const call = api.calls.find(({ method, path }) => method === 'POST' && path === '/holds')!
    expect(call.body).toEqual({ slotId: '2026-11-24-09:30', procedureId: 'licence' })
    expect(call.headers.get('Browser-Id')).toMatch(/^[\da-f-]{36}$/)
    expect(call.headers.get('Idempotency-Key')).toMatch(/^[\da-f-]{36}$/)
  })

  it('tells how long it is kept by the server’s own measure, whatever this device’s clock says', async () => {
    clock.now = () => new Date('2031-01-01T00:00:00Z')
    const { findByText, getByRole, user } = await openAt(WEEK)
    await user.click(getByRole('button', { name: /24 novembre à.9.h.30/ }))
    await findByText('Cette heure vous est gardée. Encore 10 minutes.')
  })

  it('gives the slot back when somebody comes back to choose again', async () => {
    const { api, getByRole, router, user } = await openAt(HERE)
    await user.click(getByRole('button', { name: /24 novembre à.9.h.30/ }))
    await waitFor(() => expect(router.currentRoute.value.name).toBe('visitor'))
    router.back()
    await waitFor(() => expect(api.calls.some(({ method, path }) => method === 'DELETE' && path === '/holds/h1')).toBe(true))
    expect(holding.slot).toBeNull()
  })

  it('offers the nearest when somebody else was faster', async () => {
    const api = fakeApi()
    let others = true
    api.on('POST /holds', (_, { slotId }) => {
      if (others) return problem(409, 'slot-taken', { alternatives: [slotAt('2026-11-24', '10:00')] })
      return { status: 201, body: { id: 'h2', slotId, expiresAt: '2026-11-23T08:10:00Z', extended: false } }
    })
    const { getByText, getAllByRole, router, user } = await openAt(WEEK, api)
    await user.click(getAllByRole('button', { name: /24 novembre à.9.h.30/ })[0]!)
    const said = await waitFor(() => getByText('Cette heure vient d’être prise. En voici d’autres, toutes proches.'))
    await waitFor(() => expect(document.activeElement?.contains(said)).toBe(true))
    others = false
    await user.click(getAllByRole('button', { name: /24 novembre à.10.h/ })[0]!)
    await waitFor(() => expect(router.currentRoute.value.name).toBe('visitor'))
    expect(holding.slot?.id).toBe(SLOTS[2]?.id)
  })
})

import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, problem } from '@/testing/fakeApi'
import { CAF } from '@/testing/world'
import { axeFindings, emptyStores, openAt } from '@/testing/harness'

const spoken: string[] = []

/** The browser's own voice and sound, which jsdom lacks. */
function withVoice(lang = 'fr-FR'): void {
  vi.stubGlobal('SpeechSynthesisUtterance', class { onend?: () => void; constructor(readonly text: string) {} })
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [{ lang }],
    cancel: () => undefined,
    speak: (said: { text: string; onend?: () => void }) => {
      spoken.push(said.text)
      said.onend?.()
    },
  })
}
const call = (api: ReturnType<typeof fakeApi>, id: string) => api.house.act(id, 'call', 'c1')
const newest = () => document.querySelector('.newest')?.textContent ?? ''

describe('the waiting room’s screen', () => {
  beforeEach(() => {
    emptyStores()
    spoken.length = 0
  })

  it('says who does not come today, and who is late', async () => {
    const api = fakeApi()
    const [start, end] = ['2026-11-23T14:00:00+01:00', '2026-11-23T17:00:00+01:00']
    api.house.notices.push({ cancelled: true, closed: false, start, end, partner: CAF, reason: 'Formation.' }, { cancelled: false, closed: false, start, end, lateMinutes: 20 })
    await openAt('/ecran/moyaux', api)
    const notices = within(await screen.findByRole('list', { name: 'À savoir avant de venir' })).getAllByRole('listitem')
    expect(notices[0]!.textContent).toMatch(/CAF : pas de permanence aujourd’hui de 14.h à 17.h\. Raison : Formation\./)
    expect(notices[1]!.textContent).toMatch(/^La maison, aujourd’hui de 14.h à 17.h : environ 20 minutes de retard\.$/)
    expect(await axeFindings()).toEqual([])
  })

  it('says how long who comes now will wait, or why nobody can say', async () => {
    const api = fakeApi()
    await openAt('/ecran/moyaux', api)
    await screen.findByText('Attente pour qui arrive maintenant : environ 10 à 25 minutes')
    Object.assign(api.house.newcomer, { estimate: undefined, noEstimate: { reason: 'houseClosed', from: '2026-11-23T14:00:00+01:00' } })
    api.house.act('tA012', 'leave')
    await screen.findByText(/Personne n’est appelé avant 14.h\./)
    expect(await axeFindings()).toEqual([])
  })

  it('says when a partner left, and which numbers are to come to the reception', async () => {
    const api = fakeApi()
    const [start, end] = ['2026-11-23T08:30:00+01:00', '2026-11-23T12:00:00+01:00']
    const stopped = { cancelled: false, closed: false, start, end, partner: CAF }
    api.house.notices.push({ ...stopped, stoppedAt: '2026-11-23T08:50:00+01:00' }, { ...stopped, stoppedAt: '2026-11-23T10:20:00+01:00' })
    Object.assign(api.house.tickets[0]!, { stranded: { cause: 'partnerLeft' } })
    await openAt('/ecran/moyaux', api)
    const notices = within(await screen.findByRole('list', { name: 'À savoir avant de venir' })).getAllByRole('listitem')
    expect(notices[0]!.textContent).toMatch(/CAF, aujourd’hui : permanence terminée à 8.h.50\./)
    expect(notices[1]!.textContent).toMatch(/CAF, aujourd’hui : la permanence se termine à 10.h.20\./)
    expect(notices[2]!.textContent).toBe(`Le numéro ${api.house.tickets[0]!.number} est attendu à l’accueil.`)
  })

  it('says when the house closes today', async () => {
    const api = fakeApi()
    const closed = (from: string, to: string) => ({ cancelled: true, closed: true, start: `${from}+01:00`, end: `${to}+01:00`, reason: 'Panne.' })
    const [midnight, noon, evening, next] = ['2026-11-23T00:00:00', '2026-11-23T12:00:00', '2026-11-23T18:00:00', '2026-11-24T00:00:00'] as const
    api.house.notices.push(closed(midnight, next), closed(midnight, noon), closed(noon, evening), closed(noon, next))
    await openAt('/ecran/moyaux', api)
    const notices = within(await screen.findByRole('list', { name: 'À savoir avant de venir' })).getAllByRole('listitem').map((one) => one.textContent)
    expect(notices[0]).toBe('La maison est fermée aujourd’hui. Raison : Panne.')
    expect(notices[1]).toMatch(/^La maison est fermée aujourd’hui jusqu’à 12.h\. Raison : Panne\.$/)
    expect(notices[2]).toMatch(/^La maison est fermée aujourd’hui de 12.h à 18.h\./)
    expect(notices[3]).toMatch(/^La maison est fermée aujourd’hui à partir de 12.h\./)
    expect(await axeFindings()).toEqual([])
  })

  it('shows numbers and counters, the newest largest, and nothing around', async () => {
    const { api, container } = await openAt('/ecran/moyaux')
    await screen.findByText('3 personnes attendent')
    screen.getByText('Votre numéro sera affiché ici.')
    call(api, 'tA012')
    await waitFor(() => expect(newest()).toBe('A012Guichet 1'))
    await screen.findByText('2 personnes attendent')
    expect(container.querySelector('header.head, nav')).toBeNull()
    expect(container.textContent).not.toMatch(/Paul|Martin|Jeanne|permis/)
    expect(await axeFindings()).toEqual([])
  })

  it('says each call once in French after one press, and a call again again', async () => {
    withVoice()
    const { api, user } = await openAt('/ecran/moyaux')
    call(api, 'tR003')
    await waitFor(() => expect(newest()).toContain('R003'))
    expect(spoken).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Appuyez ici pour activer le son' }))
    await screen.findByText('Son activé')
    call(api, 'tA012')
    await waitFor(() => expect(spoken).toEqual(['Numéro A 12, Guichet 1']))
    api.house.changed()
    call(api, 'tA012')
    await waitFor(() => expect(spoken).toEqual(['Numéro A 12, Guichet 1', 'Numéro A 12, Guichet 1']))
  })

  it('says calls that come together one after another, in their order', async () => {
    withVoice()
    const { api, user } = await openAt('/ecran/moyaux')
    await user.click(await screen.findByRole('button', { name: /activer le son/ }))
    call(api, 'tA013')
    call(api, 'tR003')
    await waitFor(() => expect(spoken).toEqual(['Numéro A 13, Guichet 1', 'Numéro R 3, Guichet 1']))
  })

  it('tells when the browser has no voice of that language', async () => {
    withVoice('de-DE')
    const { user } = await openAt('/ecran/moyaux')
    await user.click(await screen.findByRole('button', { name: /activer le son/ }))
    await screen.findByText(/Sans voix/)
  })

  it('never goes blank: it says since when the line is lost, and comes back by itself with what it missed', async () => {
    const api = fakeApi()
    await openAt('/ecran/moyaux', api)
    call(api, 'tR003')
    await waitFor(() => expect(newest()).toContain('R003'))
    api.on('GET /sites/moyaux/board(/stream)?', () => Promise.reject(new TypeError('network')))
    api.house.cut()
    await screen.findByText(/Connexion perdue à 9.h/)
    expect(newest()).toContain('R003')
    call(api, 'tA012')
    api.on('GET /sites/moyaux/board(/stream)?', (request) =>
      api.house.answers[`GET ${new URL(request.url).pathname.replace('/api/v1', '')}`]!(request, {}, []),
    )
    await waitFor(() => expect(newest()).toContain('A012'))
    await waitFor(() => expect(screen.queryByText(/Connexion perdue/)).toBeNull())
  })

  it('shows everybody who is called, however many', async () => {
    const api = fakeApi()
    for (let n = 1; n <= 12; n++) {
      api.house.counters.push({ ...api.house.counters[0]!, id: `d${n}`, name: `Bureau ${n}` })
      api.house.tickets.push({ ...api.house.tickets[0]!, id: `x${n}`, number: `A1${String(n).padStart(2, '0')}` })
      api.house.act(`x${n}`, 'call', `d${n}`)
    }
    await openAt('/ecran/moyaux', api)
    await waitFor(() => expect(newest()).toBe('A112Bureau 12'))
    const others = within(screen.getByRole('region', { name: 'Derniers appels' })).getAllByRole('listitem')
    expect(others.map(({ textContent }) => textContent)).toHaveLength(11)
    expect(await axeFindings()).toEqual([])
  })

  it('turns to closed by itself when the house closes, though nothing happens', async () => {
    const api = fakeApi()
    api.house.house.validUntil = '2026-11-23T09:00:00.200+01:00'
    await openAt('/ecran/moyaux', api)
    await screen.findByText('3 personnes attendent')
    expect(screen.queryByText(/fermée/)).toBeNull()
    Object.assign(api.house.house, { open: false, validUntil: '2026-11-24T00:00:00+01:00' })
    await screen.findByText(/La maison est fermée\. Elle ouvre mardi 24 novembre à.9.h\./, {}, { timeout: 3000 })
    // Those who are still in the room read on.
    screen.getByText(/3 personnes attendent/)
    expect(await axeFindings()).toEqual([])
  })

  it('says that a house does not exist', async () => {
    const api = fakeApi()
    api.on('GET /sites/moyaux/board(/stream)?', () => problem(404, 'not-found'))
    await openAt('/ecran/moyaux', api)
    await screen.findByRole('heading', { name: 'Cette maison n’existe pas.' })
  })
})

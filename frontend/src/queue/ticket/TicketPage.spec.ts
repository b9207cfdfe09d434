import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { fakeApi } from '@/testing/fakeApi'
import { axeFindings, emptyStores, openAt } from '@/testing/harness'

describe('one’s own number on a phone', () => {
  beforeEach(emptyStores)

  it('says the place and an honest estimate, and follows by itself', async () => {
    const { api } = await openAt('/numero/pA012')
    await screen.findByText('A012')
    screen.getByText('1 personne avant vous')
    screen.getByText('environ 10 à 20 minutes')
    api.house.act('tR003', 'leave')
    await screen.findByText('Vous êtes le prochain.')
  })

  it('says that the house closed while one waits', async () => {
    const api = fakeApi()
    api.house.house.open = false
    await openAt('/numero/pA012', api)
    await screen.findByText(/La maison est fermée maintenant/)
    expect(await axeFindings()).toEqual([])
  })

  it('gives no estimate rather than a wrong one, and says why', async () => {
    await openAt('/numero/pA013')
    await screen.findByText(/Aucun guichet n’est ouvert pour vous en ce moment/)
  })

  it('says from when on a permanence calls that has not begun', async () => {
    const api = fakeApi()
    Object.assign(api.house.tickets[0]!, { noEstimate: { reason: 'sessionNotBegun', from: '2026-11-23T10:00:00+01:00' } })
    await openAt('/numero/pR003', api)
    await screen.findByText(/La permanence commence à 10.h : vous serez appelé à partir de cette heure/)
    expect(await axeFindings()).toEqual([])
  })

  it('says that the permanence will not serve, and promises no wait', async () => {
    const api = fakeApi()
    Object.assign(api.house.tickets.find(({ number }) => number === 'A012')!, { stranded: { cause: 'partnerLeft', since: '2026-11-23T08:50:00+01:00', reason: 'Urgence.', partner: { name: { fr: 'CAF', en: 'CAF' } } } })
    await openAt('/numero/pA012', api)
    await screen.findByText('Adressez-vous à l’accueil.')
    screen.getByText(/^CAF : la permanence est terminée depuis 8.h.50\. Raison : Urgence\.$/)
    expect(screen.queryByText(/minutes/)).toBeNull()
    expect(screen.queryByText(/avant vous/)).toBeNull()
    expect(await axeFindings()).toEqual([])
  })

  it('shakes and says so when called, and when called again', async () => {
    const vibrate = vi.fn()
    Object.defineProperty(navigator, 'vibrate', { value: vibrate, configurable: true })
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'vibrate'))
    const { api } = await openAt('/numero/pA012')
    await screen.findByText('A012')
    api.house.act('tA012', 'call', 'c1')
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('C’est à vous !Allez à : Guichet 1'))
    expect(vibrate).toHaveBeenCalledTimes(1)
    expect(document.title).toBe('A012 – C’est à vous !')
    api.house.act('tA012', 'call', 'c1')
    await waitFor(() => expect(vibrate).toHaveBeenCalledTimes(2))
    expect(await axeFindings()).toEqual([])
  })

  it('ends with the visit, and stops listening', async () => {
    const { api } = await openAt('/numero/pA012')
    await screen.findByText('A012')
    await waitFor(() => expect(api.house.listeners()).toBe(1))
    api.house.act('tA012', 'leave')
    await screen.findByText('Ce numéro n’est plus en attente.')
  })

  it('is friendly about a number that is not known, and asks no more', async () => {
    const api = fakeApi()
    await openAt('/numero/nothing', api)
    await screen.findByRole('heading', { name: 'Nous ne connaissons pas ce numéro' })
    expect(api.house.listeners()).toBe(0)
  })

  it('says when the line is lost', async () => {
    const { api } = await openAt('/numero/pA012')
    await screen.findByText('A012')
    await waitFor(() => expect(api.house.listeners()).toBe(1))
    api.on('GET /(tickets/pA012|sites/moyaux/board/stream)', () => Promise.reject(new TypeError('network')))
    api.house.cut()
    await screen.findByText(/Connexion perdue, dernière mise à jour à 9.h/)
    screen.getByText('A012')
  })
})

import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { setTongue } from '@/text'
import { fakeApi, list, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, openAt } from '@/testing/harness'

describe('events', () => {
  beforeEach(emptyStores)

  it('are listed with their days', async () => {
    await openAt('/evenements')
    expect(screen.getByRole('link', { name: 'Portes ouvertes de novembre' }).getAttribute('href')).toBe('/evenements/portes-ouvertes')
    screen.getByText('Du lundi 23 novembre au samedi 28 novembre 2026')
    screen.getByText('3 rendez-vous collectifs')
  })

  it('say so when there are none, and show a way on', async () => {
    const api = fakeApi()
    api.on('GET /events', () => list([]))
    await openAt('/evenements', api)
    screen.getByRole('heading', { name: 'Aucun événement annoncé pour le moment' })
    screen.getByRole('link', { name: 'Trouver une maison' })
  })

  it('tell of each workshop in words how many places are left', async () => {
    await openAt('/evenements/portes-ouvertes')
    await screen.findByRole('heading', { name: 'Au programme' })
    const card = (name: string) => within(screen.getByRole('heading', { name }).closest('article')!)
    card('Découvrir le compte famille').getByText('Encore 5 places')
    card('Atelier numérique').getByText('Complet')
    card('Visite de la maison').getByText('Annulé')
    expect(screen.getAllByRole('link', { name: /Réserver une place/ })).toHaveLength(1)
  })

  it('lead to a place by the ordinary way: it is kept at once, and Back does not keep it again', async () => {
    const { user, api, router } = await openAt('/evenements/portes-ouvertes')
    await user.click(await screen.findByRole('link', { name: /Réserver une place : Découvrir/ }))
    await screen.findByRole('heading', { level: 1, name: 'Pour qui est ce rendez-vous ?' })
    expect(api.calls.find(({ method, path }) => method === 'POST' && path === '/holds')?.body).toEqual({ slotId: '2026-11-26-09:30', procedureId: 'licence' })
    router.back()
    await screen.findByRole('heading', { level: 1, name: 'Quand voulez‑vous venir ?' })
    expect(api.calls.filter(({ method, path }) => method === 'POST' && path === '/holds')).toHaveLength(1)
  })

  it('are friendly about one that is not known', async () => {
    await openAt('/evenements/rien')
    await screen.findByRole('heading', { level: 1, name: 'Nous ne connaissons pas cet événement' })
  })

  it('explain a server that does not answer', async () => {
    const api = fakeApi()
    api.on('GET /events', () => problem(500, 'internal'))
    await openAt('/evenements', api)
    screen.getByRole('button', { name: 'Réessayer' })
  })

  it('have a poster with a code that leads to their page', async () => {
    await openAt('/evenements/portes-ouvertes/affiche')
    const poster = within(await screen.findByRole('article', { name: 'Affiche à imprimer' }))
    await poster.findByRole('img', { name: 'Code à scanner pour réserver une place' })
    poster.getByText('Découvrir le compte famille')
    poster.getByText(/\/evenements\/portes-ouvertes$/)
    expect(poster.queryByText('Visite de la maison')).toBeNull()
  })

  it('speak English', async () => {
    await setTongue('en')
    await openAt('/evenements/portes-ouvertes')
    await waitFor(() => screen.getByText('5 places left'))
    expect(await axeFindings()).toEqual([])
  })
})

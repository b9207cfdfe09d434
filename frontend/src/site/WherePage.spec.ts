import { waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetConfiguration } from '@/api/places'
import { fakeApi, ok } from '@/testing/fakeApi'
import { emptyStores, flushPromises, openAt } from '@/testing/harness'
import { errand } from './errand'

describe('the start', () => {
  beforeEach(emptyStores)

  it('says what this is, that it is free and without an account, and shows three ways', async () => {
    const { getByRole, getByText, router, user } = await openAt('/')
    getByRole('heading', { level: 1, name: /^Rendez-vous dans une maison France services$/ })
    getByText('C’est gratuit et sans compte.')
    const ways = getByRole('navigation', { name: 'Que voulez-vous faire ?' })
    expect(within(ways).getByRole('link', { name: /J’ai déjà un rendez-vous/ }).getAttribute('href')).toBe('/rdv')
    // The first way goes on in the same page, with its question.
    await user.click(within(ways).getByRole('link', { name: /Prendre rendez-vous/ }))
    expect(document.activeElement).toBe(getByRole('combobox'))
    await user.click(within(ways).getByRole('link', { name: /Venir sans rendez-vous/ }))
    await waitFor(() => expect(router.currentRoute.value.path).toBe('/sans-rendez-vous'))
  })

  it('gives the telephone of the installation, or else leads to those of the houses', async () => {
    const { findByRole, unmount } = await openAt('/')
    expect((await findByRole('link', { name: 'Appeler une maison' })).getAttribute('href')).toBe('/appeler')
    unmount()
    forgetConfiguration()
    const api = fakeApi()
    api.on('GET /configuration', () => ok({ oidc: { authority: '/auth', clientId: 'app' }, demo: false, holdMinutes: 10, localOutbox: false, lockSeconds: 600, phone: '3939' }))
    const again = await openAt('/', api)
    expect((await again.findByRole('link', { name: /Appeler le 39.39/ })).getAttribute('href')).toBe('tel:3939')
    again.getByText('Service public gratuit, sans compte')
  })
})

describe('coming without an appointment', () => {
  beforeEach(emptyStores)

  it('tells how it goes, and which houses are open now', async () => {
    const { findByRole, findAllByText, getByRole, getByText, router, user } = await openAt('/sans-rendez-vous')
    getByRole('heading', { level: 1, name: 'Venir sans rendez-vous' })
    getByText(/vous prenez un numéro/)
    await user.type(getByRole('combobox'), 'Moy')
    await user.click(await findByRole('option', { name: /Moyaux/ }))
    await waitFor(() => expect(router.currentRoute.value.name).toBe('houses'))
    expect(await findAllByText(/Ouvert jusqu’à 12.h.30\. 3 personnes attendent\./)).toHaveLength(3)
  })
})

describe('calling a house', () => {
  beforeEach(emptyStores)

  it('asks where one is, and gives the number of each house near', async () => {
    const { findByRole, findAllByRole, getByRole, router, user } = await openAt('/appeler')
    getByRole('heading', { level: 1, name: 'Appeler une maison' })
    await user.type(getByRole('combobox'), 'Moy')
    await user.click(await findByRole('option', { name: /Moyaux/ }))
    await waitFor(() => expect(router.currentRoute.value.name).toBe('houses'))
    const [first] = await findAllByRole('link', { name: /^Appeler le/ })
    expect(first!.getAttribute('href')).toMatch(/^tel:\+33/)
    expect(getByRole('link', { name: 'Changer de lieu' }).getAttribute('href')).toBe('/appeler')
  })
})

describe('where are you?', () => {
  beforeEach(emptyStores)

  it('suggests communes while typing, and the keyboard alone picks one', async () => {
    const { findByRole, getByRole, router, user } = await openAt('/')
    const field = getByRole('combobox', { name: 'Votre code postal ou votre commune' })
    await user.type(field, 'Moy')
    const option = await findByRole('option', { name: /Moyaux/ })
    await user.keyboard('{ArrowDown}')
    expect(field.getAttribute('aria-activedescendant')).toBe(option.id)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(router.currentRoute.value.name).toBe('procedure'))
    expect(errand.near).toBe('49.19,0.35')
  })

  it('goes on by itself when a suggestion is tapped, and never hides what sends', async () => {
    const { findByRole, getByRole, router, user } = await openAt('/')
    await user.type(getByRole('combobox'), 'Lis')
    const option = await findByRole('option', { name: /Lisieux/ })
    // The list hangs below the field and its button, which stand in one box.
    expect(option.closest('.combo')?.contains(getByRole('button', { name: 'Continuer' }))).toBe(true)
    await user.click(option)
    await waitFor(() => expect(router.currentRoute.value.name).toBe('procedure'))
    expect(errand).toMatchObject({ label: 'Lisieux (14100)', insee: '14366' })
  })

  it('goes on with what was typed, without picking', async () => {
    const { api, getByRole, router, user } = await openAt('/')
    await user.type(getByRole('combobox'), '14590{Enter}')
    await waitFor(() => expect(router.currentRoute.value.name).toBe('procedure'))
    expect(api.calls.some(({ query }) => query.includes('near=14590'))).toBe(true)
  })

  it('Escape closes the suggestions and keeps the words', async () => {
    const { findByRole, getByRole, queryByRole, user } = await openAt('/')
    await user.type(getByRole('combobox'), 'Lis')
    await findByRole('option')
    await user.keyboard('{Escape}')
    expect(queryByRole('option')).toBeNull()
    expect(getByRole('combobox')).toHaveProperty('value', 'Lis')
  })

  it('says what is wrong beside the field, which takes the focus', async () => {
    const { getByRole, getByText, user } = await openAt('/')
    await user.click(getByRole('button', { name: 'Continuer' }))
    const field = getByRole('combobox', { description: /Écrivez votre code postal/ })
    await waitFor(() => expect(document.activeElement).toBe(field))
    await user.type(field, 'nowhere{Enter}')
    await waitFor(() => getByText(/Nous ne connaissons pas « nowhere »/))
  })

  it('asks which one is meant where it must guess, and goes nowhere by itself', async () => {
    const { findByRole, getByRole, router, user } = await openAt('/')
    await user.type(getByRole('combobox'), 'somewhere{Enter}')
    const others = within(await findByRole('list', { name: 'Lequel voulez-vous dire ?' }))
    await waitFor(() => expect(document.activeElement?.id).toBe('asked'))
    expect(router.currentRoute.value.name).toBe('where')
    others.getByRole('button', { name: 'Moyaux' })
    await user.click(others.getByRole('button', { name: 'Lisieux (14100)' }))
    await waitFor(() => expect(router.currentRoute.value.name).toBe('procedure'))
    expect(errand).toMatchObject({ near: '49.14,0.22', insee: '14366' })
  })

  it('shows ways out where a place is not known: the spelling, the postcode, the telephone, all houses', async () => {
    const { findAllByRole, getByRole, user } = await openAt('/')
    await findAllByRole('link', { name: 'Appeler une maison' })
    await user.type(getByRole('combobox'), 'nowhere{Enter}')
    await waitFor(() => getByRole('combobox', { description: /ajoutez le code postal ou la commune/ }))
    await waitFor(async () => expect(await findAllByRole('link', { name: 'Appeler une maison' })).toHaveLength(2))
    await user.type(getByRole('combobox'), 'x')
    await waitFor(async () => expect(await findAllByRole('link', { name: 'Appeler une maison' })).toHaveLength(1))
  })

  it('suggestions that fail disturb nobody', async () => {
    const { api, getByRole, queryByRole, user } = await openAt('/')
    api.on('GET /places', () => Promise.reject(new TypeError('network')))
    await user.type(getByRole('combobox'), 'Moy')
    await new Promise((done) => setTimeout(done, 300))
    expect(queryByRole('alert')).toBeNull()
  })

  it('a position from the device never stands in an address', async () => {
    const position = { coords: { latitude: 49.123456, longitude: 0.2 } }
    vi.stubGlobal('navigator', { ...navigator, geolocation: { getCurrentPosition: (found: (at: unknown) => void) => found(position) } })
    const { getByRole, router, user } = await openAt('/')
    await user.click(getByRole('button', { name: 'Utiliser ma position' }))
    await flushPromises()
    expect(errand.near).toBe('49.123,0.200')
    const link = await waitFor(() => getByRole('link', { name: /permis/ }))
    expect(link.getAttribute('href')).toBe('/maisons?demarche=licence')
    expect(router.currentRoute.value.fullPath).toBe('/demarche')
  })
})

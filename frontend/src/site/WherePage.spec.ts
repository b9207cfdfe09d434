import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyStores, flushPromises, openAt } from '@/testing/harness'
import { errand } from './errand'

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
    expect(field).toHaveProperty('value', 'Moyaux')
    expect(field.getAttribute('aria-expanded')).toBe('false')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(router.currentRoute.value.name).toBe('procedure'))
    expect(errand.near).toBe('49.19,0.35')
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

  it('suggestions that fail disturb nobody', async () => {
    const { api, getByRole, queryByRole, user } = await openAt('/')
    api.on('GET /communes', () => Promise.reject(new TypeError('network')))
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

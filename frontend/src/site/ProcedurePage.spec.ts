import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyStores, openAt } from '@/testing/harness'

describe('what do you come for?', () => {
  beforeEach(emptyStores)

  it('lists the procedures under their partner, with their duration', async () => {
    const { getAllByRole, getByRole } = await openAt('/demarche')
    expect(getAllByRole('heading', { level: 2 }).map((title) => title.textContent)).toEqual(['CAF', 'France Titres'])
    expect(getByRole('link', { name: /Renouveler son permis.*30 minutes/ })).toBeTruthy()
  })

  it('finds them without their accents, and says how many', async () => {
    const { getByRole, getByText, user } = await openAt('/demarche')
    await user.type(getByRole('searchbox'), 'declarer')
    getByText('1 démarche')
    getByRole('link', { name: /Déclarer une naissance/ })
    await user.clear(getByRole('searchbox'))
    await user.type(getByRole('searchbox'), 'xyz')
    getByText('Aucune démarche ne correspond')
    await user.click(getByRole('button', { name: 'Voir toutes les démarches' }))
    getByText('4 démarches')
  })

  it('finds what people say, and shows what is named so first', async () => {
    const { getAllByRole, getByRole, getByText, user } = await openAt('/demarche')
    await user.type(getByRole('searchbox'), 'loyer')
    getByText('1 démarche')
    getByRole('link', { name: /Demander une aide au logement/ })
    await user.clear(getByRole('searchbox'))
    await user.type(getByRole('searchbox'), 'titre')
    expect(getAllByRole('heading', { level: 2 }).map((title) => title.textContent)).toEqual(['France Titres'])
  })

  it('goes on with Enter once a single one is left', async () => {
    const { getByRole, router, user } = await openAt('/demarche?site=moyaux')
    await user.type(getByRole('searchbox'), 'permis{Enter}')
    await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/creneau?site=moyaux&demarche=licence'))
  })

  it('leads on to the slots when a house is chosen already', async () => {
    const { getByRole } = await openAt('/demarche?site=moyaux')
    expect(getByRole('link', { name: /permis/ }).getAttribute('href')).toBe('/creneau?site=moyaux&demarche=licence')
  })
})

import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyStores, openAt } from '@/testing/harness'
import { SECRET } from '@/testing/world'

describe('the app', () => {
  beforeEach(emptyStores)

  it('gives the focus to the title of each new page, and names the tab after it', async () => {
    const { getByRole, user } = await openAt('/')
    expect(document.activeElement).toBe(document.body)
    await user.click(getByRole('link', { name: 'Vie privée' }))
    const title = await waitFor(() => getByRole('heading', { level: 1, name: /Vos informations/ }))
    expect(document.activeElement).toBe(title)
    expect(document.title).toBe('Vos informations restent entre nous – Porte ouverte')
  })

  it('speaks the other language at once, title included', async () => {
    const { findByRole, getByRole, user } = await openAt('/')
    await user.click(getByRole('button', { name: 'English' }))
    await findByRole('heading', { level: 1, name: 'Appointments in a France services house' })
    expect(document.title).toBe('Appointments in a France services house – Porte ouverte')
  })

  it('skips to the content without touching the secret in the address', async () => {
    const { getByRole, router, user } = await openAt(`/rendez-vous/ABCD-EFGH#${SECRET}`)
    await user.click(getByRole('link', { name: 'Aller au contenu' }))
    expect(document.activeElement?.id).toBe('content')
    expect(router.currentRoute.value.hash).toBe(`#${SECRET}`)
  })

  it('says that a demonstration is one', async () => {
    const { findByText } = await openAt('/')
    await findByText(/Ceci est une démonstration/)
  })

  it('explains a page whose file does not come, and recovers with the next', async () => {
    const { findByText, getByRole, router, user } = await openAt('/')
    const page = router.getRoutes().find(({ name }) => name === 'procedure')!
    page.components!.default = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
    await router.push('/demarche').catch(() => undefined)
    await findByText('La connexion ne passe pas')
    await user.click(getByRole('link', { name: 'Vie privée' }))
    await findByText(/Nous demandons le moins possible/)
  })

  it('has a page for addresses that do not exist', async () => {
    const { getByRole } = await openAt('/nulle/part')
    getByRole('heading', { level: 1, name: 'Cette page n’existe pas' })
  })
})

import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { YANN } from '@/testing/fakePartners'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

async function space(api = fakeApi()) {
  loggedIn()
  api.on('GET /me', () => ok(YANN))
  const opened = await openAt('/partenaire', api)
  await screen.findByText('Yann Le Goff')
  return { ...opened, api }
}

describe('the calendar of a partner’s agent', () => {
  beforeEach(emptyStores)

  it('gives the address of one’s own sessions for one’s own calendar', async () => {
    const { user, api } = await space()
    await user.click(screen.getByRole('button', { name: 'S’abonner à mes séances dans mon agenda' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Abonnement d’agenda : mes séances' }))
    await user.click(await dialog.findByRole('button', { name: 'Créer une adresse' }))
    expect(await dialog.findByLabelText('Adresse de l’abonnement')).toHaveProperty('value', 'https://porte.example/api/v1/feeds/s3cr3t.ics')
    expect(api.calls.find(({ method }) => method === 'POST')).toMatchObject({ path: '/calendar-feeds', body: { kind: 'agent' } })
    expect(await axeFindings()).toEqual([])
  })

  it('says nothing more of an address that could not be made once that was answered', async () => {
    const { api, user } = await space()
    api.on('POST /calendar-feeds', () => problem(503, 'busy'))
    await user.click(screen.getByRole('button', { name: 'S’abonner à mes séances dans mon agenda' }))
    const dialog = within(screen.getByRole('dialog'))
    await user.click(await dialog.findByRole('button', { name: 'Créer une adresse' }))
    await user.click(await dialog.findByRole('button', { name: 'Réessayer' }))
    await waitFor(() => expect(dialog.queryByRole('button', { name: 'Réessayer' })).toBeNull())
  })
})

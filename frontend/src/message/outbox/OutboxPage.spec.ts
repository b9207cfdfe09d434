import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, openAt } from '@/testing/harness'
import { KEPT } from '@/testing/fakeMessages'
import { SECRET } from '@/testing/world'

describe('messages kept on this machine', () => {
  beforeEach(emptyStores)

  it('are listed, the newest first, and shown as the person would have them', async () => {
    const { user } = await openAt('/boite')
    const items = within(await screen.findByRole('main')).getAllByRole('button', { name: /E-mail|SMS/ })
    expect(items.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('jeanne@exemple.fr'), expect.stringMatching(/06.12.34.56.78/)])
    await user.click(items[0]!)
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Votre rendez-vous du mardi 24 novembre'))
    const frame = screen.getByTitle('Votre rendez-vous du mardi 24 novembre')
    expect(frame.getAttribute('sandbox')).not.toContain('allow-scripts')
    expect(frame.getAttribute('srcdoc')).toContain('Bonjour Jeanne')
    await user.click(screen.getByRole('button', { name: 'Texte seul' }))
    screen.getByText('Bonjour Jeanne, votre rendez-vous est pris.')
    expect(await axeFindings()).toEqual([])
  })

  it('lead to the booking here, whatever host the link names, and to its calendar file', async () => {
    const saved: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => (saved.push(file as Blob), 'blob:x'))
    const { user } = await openAt('/boite')
    await user.click(await screen.findByRole('button', { name: /jeanne@exemple.fr/ }))
    expect(screen.getByRole('link', { name: 'Ouvrir le rendez-vous' }).getAttribute('href')).toBe(`/rendez-vous/ABCD-EFGH#${SECRET}`)
    await user.click(screen.getByRole('button', { name: 'Fichier d’agenda' }))
    expect(saved[0]?.type).toContain('text/calendar')
  })

  it('are found by a part of an address, or of a number as one writes it', async () => {
    const { user } = await openAt('/boite')
    await user.type(await screen.findByLabelText('Destinataire'), '06 12 34')
    expect(screen.queryByRole('button', { name: /jeanne/ })).toBeNull()
    screen.getByRole('button', { name: /06.12.34.56.78/ })
    screen.getByText('1 message')
  })

  it('come by themselves, and the one that is read stays', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const { user, api } = await openAt('/boite')
    await user.click(await screen.findByRole('button', { name: /jeanne@exemple.fr/ }))
    api.messages.kept.push({ ...KEPT[1]!, id: 'k3', sentAt: '2026-11-23T09:00:00+01:00' })
    await vi.advanceTimersByTimeAsync(3_100)
    await screen.findByText('3 messages')
    screen.getByRole('heading', { name: 'Votre rendez-vous du mardi 24 novembre' })
  })

  it('there may be none yet', async () => {
    const api = fakeApi()
    api.messages.kept.length = 0
    await openAt('/boite', api)
    await screen.findByText(/Aucun message pour le moment/)
  })

  it('are nowhere where messages really go out', async () => {
    const api = fakeApi()
    api.on('GET /local-outbox', () => problem(404, 'not-found'))
    await openAt('/boite', api)
    await screen.findByText(/partent vraiment/)
  })

  it('are one press away from every page of such a machine', async () => {
    const { user, router } = await openAt('/')
    await user.click(await screen.findByRole('link', { name: 'Voir les messages gardés ici' }))
    await waitFor(() => expect(router.currentRoute.value.name).toBe('outbox'))
  })
})

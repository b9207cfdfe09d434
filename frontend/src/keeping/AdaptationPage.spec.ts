import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { ok, problem } from '@/testing/fakeApi'
import { ADAPTATION } from '@/testing/fakeKeeping'
import { asManager, axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'
import { PROCEDURES } from '@/testing/world'

const PAGE = `/equipe/maisons/moyaux/demarches/${PROCEDURES[0]!.id}`
const sent = (api: { calls: { method: string; body: unknown; headers: Headers }[] }) => api.calls.filter(({ method }) => method === 'PUT').at(-1)!

describe('what a house does otherwise than the network', () => {
  beforeEach(() => {
    emptyStores()
    loggedIn()
  })

  it('is listed beside what follows the network', async () => {
    await openAt('/equipe/maisons/moyaux/demarches', asManager())
    expect(await screen.findByText('Adaptée ici')).toBeTruthy()
    expect(screen.getByText('Le réseau a changé')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it('shows the network’s value, its own, and what changed beneath until it is saved again', async () => {
    const { api, user } = await openAt(PAGE, asManager())
    const minutes = await screen.findByRole<HTMLInputElement>('spinbutton', { name: /Durée ici/ })
    expect(minutes.value).toBe('45')
    expect(screen.getByText('Le réseau dit 30 min. Vide : comme le réseau.')).toBeTruthy()
    expect(screen.getByText('Durée : 20 min avant, 30 min maintenant.')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    await user.selectOptions(screen.getAllByRole('combobox')[0]!, 'Pas demandé ici')
    await user.type(screen.getByRole('textbox', { name: /Précision de la maison/ }), 'Sonnez à droite.')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(await screen.findByText(/Le public le lit dès maintenant/)).toBeTruthy()
    expect(screen.queryByText('Le réseau a changé depuis votre dernier enregistrement')).toBeNull()
    expect(sent(api).headers.get('If-Match')).toBe('"2"')
    expect(sent(api).body).toEqual({ durationMinutes: 45, added: [], removed: [PROCEDURES[0]!.documents[0]!.code], note: 'Sonnez à droite.' })
  })

  it('says where it lasts longer than anybody sits, when it is saved and in the list', async () => {
    const { api, user } = await openAt(PAGE, asManager())
    const long = { ...ADAPTATION, version: 3, durationMinutes: 120, tooShort: [{ permanenceId: 'p1', name: { fr: 'CAF', en: 'CAF' }, minutes: 90 }, { permanenceId: 'p2', minutes: 60 }] }
    api.on('PUT /sites/moyaux/adaptations/\\w+', () => ok(long))
    const minutes = await screen.findByRole<HTMLInputElement>('spinbutton', { name: /Durée ici/ })
    await user.clear(minutes)
    await user.type(minutes, '120')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await screen.findByText('CAF : au plus 90 min de suite.')
    screen.getByText('Les agents de la maison : au plus 60 min de suite.')
    expect(await axeFindings()).toEqual([])
    api.on('GET /sites/moyaux/adaptations', () => ({ status: 200, body: { items: [long], nextCursor: null } }))
    await user.click(screen.getByText('Toutes les démarches de la maison'))
    await screen.findByText('Trop longue')
  })

  it('goes back to the network’s value with one press', async () => {
    const { api, user } = await openAt(PAGE, asManager())
    await user.click(await screen.findByRole('button', { name: 'Revenir à la valeur nationale' }))
    expect(await screen.findByText('La démarche est de nouveau comme le réseau la dit.')).toBeTruthy()
    expect(sent(api).body).toEqual({ added: [], removed: [] })
    expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: /Durée ici/ }).value).toBe('')
    expect(screen.queryByRole('button', { name: 'Revenir à la valeur nationale' })).toBeNull()
  })

  it('puts what stood there once into the fields', async () => {
    const { user } = await openAt(PAGE, asManager())
    const history = await screen.findByRole('region', { name: 'Historique' })
    await user.click(within(history).getByRole('button'))
    expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: /Durée ici/ }).value).toBe('60')
  })

  it('keeps the words when somebody else was quicker', async () => {
    const { api, user } = await openAt(PAGE, asManager())
    api.on('PUT /sites/moyaux/adaptations/\\w+', () => problem(412, 'stale', { detail: 'Anne Petit a changé entre-temps : durée. Relisez.' }))
    const minutes = await screen.findByRole<HTMLInputElement>('spinbutton', { name: /Durée ici/ })
    await user.clear(minutes)
    await user.type(minutes, '50')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(await screen.findByText('Anne Petit a changé entre-temps : durée. Relisez.')).toBeTruthy()
    await waitFor(() => expect(minutes.value).toBe('50'))
  })

  it('puts one’s own words over what the other saved, and saves with the new version', async () => {
    const { api, user } = await openAt(PAGE, asManager())
    const minutes = await screen.findByRole<HTMLInputElement>('spinbutton', { name: /Durée ici/ })
    await user.clear(minutes)
    await user.type(minutes, '50')
    const { changedBeneath: _seen, ...theirs } = ADAPTATION
    api.on('GET /sites/moyaux/adaptations/\\w+', () => ok({ ...theirs, version: 7, durationMinutes: 55, note: 'Sonnez.' }))
    api.on('PUT /sites/moyaux/adaptations/\\w+', () => problem(412, 'stale', { detail: 'Anne Petit a changé entre-temps : durée, précision.' }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    const news = await screen.findByRole('alert')
    within(news).getByText(/^Durée ici, en minutes/)
    expect(minutes.value).toBe('50')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Précision de la maison/ }).value).toBe('Sonnez.')
    expect(await axeFindings()).toEqual([])
    api.on('PUT /sites/moyaux/adaptations/\\w+', () => ok({ ...theirs, version: 8, durationMinutes: 50, note: 'Sonnez.' }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(await screen.findByText(/Le public le lit dès maintenant/)).toBeTruthy()
    expect(sent(api).headers.get('If-Match')).toBe('"7"')
    expect(sent(api).body).toMatchObject({ durationMinutes: 50, note: 'Sonnez.' })
  })
})

import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

async function settings(roles = ['manager'], api = fakeApi()) {
  loggedIn()
  api.on('GET /me', () => ok({ username: 'marc', firstName: 'Marc', lastName: 'Roy', roles, sites: [{ id: 'moyaux', name: 'Moyaux' }], partner: null }))
  return openAt('/equipe/maisons/moyaux/reglages', api)
}

describe('counters and devices', () => {
  beforeEach(emptyStores)

  it('are a manager’s', async () => {
    const { api } = await settings(['clerk'])
    await screen.findByText(/réglés par le responsable/)
    expect(api.calls.some(({ path }) => path.endsWith('/counters'))).toBe(false)
  })

  it('adds a counter for some procedures, and names what is missing first', async () => {
    const { user, api } = await settings()
    await user.click(await screen.findByRole('button', { name: 'Ajouter un guichet' }))
    await user.selectOptions(screen.getByLabelText('Qui ce guichet reçoit'), 'procedures')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/Donnez un nom.*Choisissez qui/)
    await user.type(screen.getByLabelText('Nom du guichet'), 'Guichet 3')
    await user.click(screen.getByLabelText('Renouveler son permis de conduire'))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await screen.findByText('Guichet 3 est enregistré.')
    expect(api.calls.find(({ method, path }) => method === 'POST' && path.endsWith('/counters'))?.body).toEqual({
      name: 'Guichet 3', serves: 'procedures', procedureIds: ['licence'],
    })
  })

  it('renames a counter as it was seen, and explains when somebody else changed it', async () => {
    const { user, api } = await settings()
    await user.click(await screen.findByRole('button', { name: 'Modifier Guichet 1' }))
    api.house.counters[0] = { ...api.house.counters[0]!, version: 5 }
    await user.type(screen.getByLabelText('Nom du guichet'), ' bis')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await screen.findByText(/Quelqu’un d’autre vient de modifier ce guichet/)
    expect(api.calls.find(({ method }) => method === 'PUT')?.headers.get('If-Match')).toBe('"1"')
  })

  it('sets the numbers of a day and for how long the absent let others pass; what somebody else saved is told first', async () => {
    const { user, api } = await settings()
    const form = within(await screen.findByRole('region', { name: 'La file d’attente' }))
    const minutes = await form.findByLabelText<HTMLInputElement>('Minutes avant d’être rappelé')
    const numbers = form.getByLabelText<HTMLInputElement>('Combien de numéros au plus par jour')
    const save = () => user.click(form.getByRole('button', { name: 'Enregistrer les réglages' }))
    expect(numbers.value).toBe('')
    await user.clear(minutes)
    await user.type(minutes, '8')
    await save()
    await form.findByText('C’est enregistré.')
    await user.type(numbers, '30')
    await save()
    await waitFor(() => expect(api.house.settings).toEqual({ queue: { numbersPerDay: 30, backOffMinutes: 8, callsAtMost: 3 }, version: 2 }))
    // Somebody else was quicker: theirs is said, and nothing is lost.
    api.house.settings.queue = { numbersPerDay: 12, backOffMinutes: 2, callsAtMost: 4 }
    api.house.settings.version = 7
    await user.clear(numbers)
    await save()
    await form.findByText(/Les siens : numéros par jour 12, 2 min, 4 appels/)
    expect([numbers.value, minutes.value]).toEqual(['', '8'])
    await save()
    await waitFor(() => expect(api.house.settings.queue).toEqual({ backOffMinutes: 8, callsAtMost: 3 }))
    api.on('PUT /sites/moyaux/queue-settings', () => problem(400, 'invalid-request', { errors: [{ field: 'numbersPerDay', message: 'Entre 1 et 999.' }] }))
    await user.type(numbers, '0')
    await save()
    expect((await form.findByRole('alert')).textContent).toMatch(/Entre 1 et 999/)
    expect(await axeFindings()).toEqual([])
  })

  it('removes a counter only after asking once more', async () => {
    const { user, api } = await settings()
    await user.click(await screen.findByRole('button', { name: 'Supprimer Guichet 2' }))
    const dialog = within(screen.getByRole('dialog'))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Annuler'))
    expect(api.calls.some(({ method }) => method === 'DELETE')).toBe(false)
    await user.click(dialog.getByRole('button', { name: 'Supprimer' }))
    await screen.findByText('Guichet 2 est supprimé.')
  })

  it('shows the key of a new kiosk once, with its address and a code, and takes it away', async () => {
    const { user } = await settings()
    await user.type(await screen.findByLabelText('Nom de la borne'), 'Entrée')
    await user.click(screen.getByLabelText('Cette borne a une imprimante'))
    await user.click(screen.getByRole('button', { name: 'Ajouter une borne' }))
    await screen.findByText(/\/borne\/moyaux#cle=kiosk-key&papier=non/)
    await screen.findByRole('img', { name: /Adresse de la borne/ })
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Retirer Entrée' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retirer Entrée' }))
    await screen.findByText('Entrée est retirée.')
    expect(screen.queryByText(/cle=kiosk-key/)).toBeNull()
  })
})

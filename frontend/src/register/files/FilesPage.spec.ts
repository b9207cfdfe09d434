import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type FakeApi, fakeApi, ok, problem } from '@/testing/fakeApi'
import { LOOKED, STEPS } from '@/testing/fakeFiles'
import { asAdmin, axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

/** The browser's own way of sending, over the network of the tests. */
function sendsThrough(api: FakeApi): void {
  class Sender extends EventTarget {
    upload = new EventTarget()
    status = 0
    responseText = ''
    private method = ''
    private path = ''
    private headers: Record<string, string> = {}
    open(method: string, path: string) {
      this.method = method
      this.path = path
    }
    setRequestHeader(name: string, value: string) {
      this.headers[name] = value
    }
    async send() {
      this.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded: 50, total: 100 }))
      const response = await api.fetch(new Request(`http://localhost${this.path}`, { method: this.method, headers: this.headers, body: '' }))
      this.status = response.status
      this.responseText = await response.text()
      this.dispatchEvent(new Event('load'))
    }
  }
  vi.stubGlobal('XMLHttpRequest', Sender)
}

describe('files that are brought in', () => {
  beforeEach(() => {
    emptyStores()
    loggedIn()
  })

  it('leads who opens an empty installation, step by step', async () => {
    const api = asAdmin()
    api.on('GET /first-steps', () => ok({ ...STEPS, communes: 0, sites: 0, permanences: 0 }))
    api.on('GET /imports', () => ok({ items: [], nextCursor: null }))
    await openAt('/equipe/imports', api)
    expect(await screen.findByRole('heading', { level: 1, name: 'Premiers pas' })).toBeTruthy()
    const steps = await screen.findByRole('region', { name: 'Étapes' })
    expect(within(steps).getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['1. Les communes', '2. Les communes anciennes', '3. Les maisons', '4. Le catalogue national', '5. Les agents', '6. Ouvrir une maison'])
    expect(within(steps).getAllByRole('link').at(-1)?.getAttribute('href')).toBe('/equipe/reseau/maisons')
    expect(within(steps).getAllByText('Rien encore')).toHaveLength(4)
    expect(within(steps).getByText('En place : 49')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it('lists the tables of agents, too, each with its way back', async () => {
    await openAt('/equipe/imports', asAdmin())
    const agents = await screen.findByRole('region', { name: 'Tableaux d’agents importés' })
    expect(await within(agents).findByRole('button', { name: /^Annuler cet import/ })).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it('sends the file that is chosen and goes to what it would change', async () => {
    const api = asAdmin(fakeApi())
    sendsThrough(api)
    api.on('POST /imports/sites/preview', () => ok({ ...LOOKED, state: 'waiting' }, 201))
    const { router, user } = await openAt('/equipe/imports', api)
    const [, , houses] = await screen.findAllByLabelText<HTMLInputElement>(/^Choisir un fichier CSV/)
    await user.upload(houses!, new File(['id_fs\n1\n'], 'liste-fs.csv', { type: 'text/csv' }))
    await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/equipe/imports/7'))
    const sent = api.calls.find(({ method }) => method === 'POST')!
    expect(sent.query).toBe('?fileName=liste-fs.csv')
    expect(sent.headers.get('Content-Type')).toBe('text/csv')
    expect(sent.headers.get('Authorization')).toBe('Bearer bearer')
  })

  it('says why a file cannot be read, and how to mend it', async () => {
    const api = asAdmin(fakeApi())
    sendsThrough(api)
    api.on('POST /imports/communes/preview', () => problem(400, 'invalid-request', { errors: [{ field: 'file', message: 'Le fichier est un classeur. Enregistrez-le au format « CSV UTF-8 ».' }] }))
    const { user } = await openAt('/equipe/imports', api)
    const [communes] = await screen.findAllByLabelText<HTMLInputElement>(/^Choisir un fichier CSV/)
    await user.upload(communes!, new File(['PK'], 'communes.csv', { type: 'text/csv' }))
    expect(await screen.findByText(/Le fichier est un classeur/)).toBeTruthy()
  })
})

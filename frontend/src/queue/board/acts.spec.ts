import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi } from '@/testing/fakeApi'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

const BOARD = '/equipe/maisons/moyaux'

async function board(api = fakeApi()) {
  loggedIn()
  const opened = await openAt(BOARD, api)
  await screen.findByRole('heading', { name: '3 personnes attendent' })
  await screen.findByText('2 personnes attendues')
  const sent = () => api.calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)
  return { ...opened, api, sent }
}
const counter = () => within(screen.getByRole('region', { name: 'Guichet 1' }))
const done = (words: RegExp) => waitFor(() => expect(screen.getAllByRole('status').some((one) => words.test(one.textContent ?? ''))).toBe(true))

describe('acts at the board are done once, on what it shows', () => {
  beforeEach(emptyStores)

  it('acts on what it shows: a stale command changes nothing and says who did what, and the next one acts on what is now', async () => {
    const { user, api } = await board()
    const R003 = api.house.tickets.findIndex(({ id }) => id === 'tR003')
    api.house.tickets[R003] = { ...api.house.tickets[R003]!, version: 4 }
    await user.click(screen.getByRole('button', { name: 'Appeler R003' }))
    const alerts = () => screen.getAllByRole('alert').map(({ textContent }) => textContent).join()
    await waitFor(() => expect(alerts()).toContain('Rien n’a été changé. Numéro R003 : Paul l’a mise de côté à 9 h 01.'))
    await waitFor(() => expect(api.calls.filter(({ path }) => path === '/sites/moyaux/queue').length).toBeGreaterThan(1))
    await user.click(screen.getByRole('button', { name: 'Appeler R003' }))
    await done(/R003 appelé/)
    expect(api.calls.filter(({ path }) => path === '/tickets/tR003/call').map(({ headers }) => headers.get('If-Match'))).toEqual(['"0"', '"4"'])
  })

  it('two keys in a row are no stale screen: the second acts on what the first one did', async () => {
    const { user, api, sent } = await board()
    await user.keyboard('n')
    await waitFor(() => counter().getByText('Appelé'))
    api.on('GET /sites/moyaux/queue', () => new Promise(() => undefined))
    await user.keyboard('s')
    await done(/R003 est reçu/)
    await user.keyboard('p')
    await done(/R003 est mis de côté/)
    expect(sent().at(-1)).toBe('POST /tickets/tR003/park')
    expect(api.calls.at(-1)!.headers.get('If-Match')).toBe('"2"')
  })

  it('whose answer was lost sends the same key again, and another command a key of its own', async () => {
    const { user, api } = await board()
    api.on('POST /counters/c1/next', () => Promise.reject(new TypeError('network')))
    await user.keyboard('n')
    await waitFor(() => expect(screen.getAllByRole('alert').some(({ textContent }) => textContent)).toBe(true))
    api.on('POST /counters/c1/next', (...asked) => api.house.answers['POST /counters/(\\w+)/next']!(asked[0], asked[1], ['c1']))
    await user.keyboard('n')
    await done(/R003 appelé/)
    await user.keyboard('s')
    await waitFor(() => counter().getByText('Reçu'))
    await user.keyboard('n')
    await done(/A012 appelé/)
    const used = api.calls.filter(({ path }) => path === '/counters/c1/next').map(({ headers }) => headers.get('Idempotency-Key'))
    expect(used[0]).toMatch(/.{20}/)
    expect(used[1]).toBe(used[0])
    expect(used[2]).not.toBe(used[0])
    expect(api.calls.filter(({ path }) => path === '/counters/c1/next').at(-1)!.body).toEqual({ finish: true, ticketId: 'tR003' })
  })

  it('an undo names what it takes back; when its answer is lost it takes back the same again, and nothing before it', async () => {
    const { user, api } = await board()
    await user.keyboard('n')
    await waitFor(() => counter().getByText('Appelé'))
    const called = api.house.tickets.find(({ id }) => id === 'tR003')!.seq
    await user.keyboard('s')
    await waitFor(() => counter().getByText('Reçu'))
    const started = api.house.tickets.find(({ id }) => id === 'tR003')!.seq
    api.on('POST /tickets/tR003/undo', () => Promise.reject(new TypeError('network')))
    await user.keyboard('u')
    await waitFor(() => expect(screen.getAllByRole('alert').some(({ textContent }) => textContent)).toBe(true))
    api.on('POST /tickets/tR003/undo', (...asked) => api.house.answers['POST /tickets/(\\w+)/undo']!(asked[0], asked[1], ['tR003']))
    await user.keyboard('u')
    await done(/Annulé : R003 est reçu/)
    await waitFor(() => counter().getByText('Appelé'))
    await user.keyboard('u')
    await done(/Annulé : R003 appelé/)
    expect(api.calls.filter(({ path }) => path.endsWith('/undo')).map(({ body }) => body.seq)).toEqual([started, started, called])
  })

  it('says who took the counter over and when, calls nobody there, and asks to choose again', async () => {
    const { user, api, sent } = await board()
    const before = sent().length
    api.house.counters[0] = { ...api.house.counters[0]!, openedBy: 'paul', openedByName: 'Paul', openedAt: '2026-11-23T10:12:00+01:00', version: 7 }
    api.house.changed()
    expect((await screen.findByText(/Paul a repris Guichet 1 à 10.h.12. Choisissez à nouveau votre guichet./)).getAttribute('role')).toBe('alert')
    await user.keyboard('n')
    expect(sent().length).toBe(before)
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Prendre : Guichet 1 (ouvert par Paul)' }))
    await screen.findByRole('region', { name: 'Guichet 1' })
    expect(api.calls.filter(({ path }) => path === '/counters/c1/open').at(-1)!.headers.get('If-Match')).toBe('"7"')
  })

  it('finds who is out of the line, and takes that back', async () => {
    const { user, api } = await board()
    api.house.act('tA012', 'leave')
    await screen.findByRole('heading', { name: '2 personnes attendent' })
    await user.type(screen.getByRole('combobox', { name: 'Chercher ou scanner' }), 'a012{Enter}')
    const dialog = within(await screen.findByRole('dialog', { name: 'A012 – Parti' }))
    await user.click(dialog.getByRole('button', { name: 'Annuler l’action' }))
    await screen.findByRole('heading', { name: '3 personnes attendent' })
    expect(api.calls.filter(({ path }) => path === '/tickets/tA012/undo').map(({ body }) => body)).toEqual([{ seq: 11 }])
  })

  it('shows until when somebody who was absent lets the others pass', async () => {
    const api = fakeApi()
    Object.assign(api.house.tickets[1]!, { callableAt: '2026-11-23T09:17:00+01:00', reason: 'absent' })
    await board(api)
    expect(screen.getByRole('button', { name: 'Actions pour A012' }).closest('li')!.textContent).toMatch(/de nouveau appelable à 9.h.17/)
  })

  it('keeps what was chosen in a dialog that was refused, and acts on what it told', async () => {
    const { user, api } = await board()
    await user.click(screen.getByRole('button', { name: 'Appeler A013' }))
    const at = api.house.tickets.findIndex(({ id }) => id === 'tA013')
    api.house.tickets[at] = { ...api.house.tickets[at]!, version: 6 }
    api.house.changed()
    const dialog = within(screen.getByRole('dialog', { name: 'Appeler A013 avant son tour ?' }))
    await user.type(dialog.getByRole('textbox'), 'Malaise{Enter}')
    await dialog.findByText(/Numéro A013 : Paul l’a mise de côté/)
    expect(dialog.getByRole<HTMLInputElement>('textbox').value).toBe('Malaise')
    await waitFor(async () => {
      await user.click(dialog.getByRole('button', { name: 'Appeler A013' }))
      expect(api.calls.filter(({ path }) => path === '/tickets/tA013/call').at(-1)!.headers.get('If-Match')).toBe('"6"')
    })
    await done(/A013 appelé/)
  })
})

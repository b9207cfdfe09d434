import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, problem } from '@/testing/fakeApi'
import { slotAt } from '@/testing/world'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

const HERE = '/equipe/maisons/moyaux/appels'

async function closed(path = HERE, api = fakeApi()) {
  loggedIn()
  const opened = await openAt(path, api)
  await screen.findByRole('heading', { level: 1, name: /^Appels du / })
  return { ...opened, api }
}
/** With every line open, as after looking at each. */
async function calls(path = HERE, api = fakeApi()) {
  const opened = await closed(path, api)
  for (const line of screen.queryAllByRole('button', { expanded: false }).filter((one) => one.id.startsWith('call-'))) await opened.user.click(line)
  return opened
}
const results = (api: ReturnType<typeof fakeApi>) => api.calls.filter(({ path }) => path.endsWith('/result'))
const card = (name: string) => within(screen.getByRole('article', { name }))

describe('the call sheet', () => {
  beforeEach(emptyStores)

  it('puts changed and cancelled appointments first, with the number, the words and the papers', async () => {
    await calls()
    const [urgent, usual] = screen.getAllByRole('heading', { level: 2 })
    expect(urgent!.textContent).toBe('Urgent : rendez-vous changés ou annulés (1)')
    expect(usual!.textContent).toBe('Rappels et confirmations (2)')
    const jeanne = card('Jeanne Lefèvre')
    expect(jeanne.getByRole('link', { name: /Appeler Jeanne Lefèvre au 02.31/ }).getAttribute('href')).toBe('tel:+33231000001')
    jeanne.getByText(/^Bonjour, ici France services de Moyaux/)
    jeanne.getByText(/Justificatif de domicile/)
    card('Paul Martin').getByText(/Dernier : pas de réponse, .*\(claire.moyaux\)\. « Rappeler après 10 h »/)
    card('Anne Morel').getByText('(pris par Luc Morel, son fils)')
    expect(await axeFindings()).toEqual([])
  })

  it('is a line for each person, with the number to call, that opens by keyboard; the next opens by itself', async () => {
    const { user } = await closed()
    const line = card('Jeanne Lefèvre').getByRole('button', { name: /^9.h.30 Jeanne Lefèvre$/ })
    card('Jeanne Lefèvre').getByRole('link', { name: /Appeler Jeanne Lefèvre au 02.31/ })
    expect(card('Jeanne Lefèvre').queryByRole('button', { name: 'Prévenu(e)' })).toBeNull()
    expect(await axeFindings()).toEqual([])
    line.focus()
    await user.keyboard('{Enter}')
    expect(line.getAttribute('aria-expanded')).toBe('true')
    await user.click(card('Jeanne Lefèvre').getByRole('button', { name: 'Prévenu(e)' }))
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true'))
    card('Anne Morel').getByRole('button', { name: 'Prévenu(e)' })
  })

  it('a result is one press, the next person has the focus, and what is settled folds away', async () => {
    const { user, api } = await calls()
    await user.click(card('Jeanne Lefèvre').getByRole('button', { name: 'Prévenu(e)' }))
    await screen.findByText('Jeanne Lefèvre : prévenu(e).')
    expect(results(api)[0]!.body).toEqual({ result: 'reached' })
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Anne Morel'))
    screen.getByText('Terminés (1)')
    await user.keyboard('{Tab}{Tab}{Tab}{Tab}{Enter}')
    await screen.findByText('Anne Morel : prévenu(e).')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Paul Martin'))
    await user.keyboard('{Tab}{Tab}{Tab}{Enter}')
    await screen.findByText('Tous les appels de ce jour sont faits.')
  })

  it('without an answer the person stays to be called, with the note', async () => {
    const { user, api } = await calls()
    const jeanne = card('Jeanne Lefèvre')
    await user.click(jeanne.getByRole('button', { name: 'Ajouter une note' }))
    await user.type(jeanne.getByLabelText('Note'), 'Répondeur')
    await user.click(jeanne.getByRole('button', { name: 'Pas de réponse' }))
    await screen.findByText('Jeanne Lefèvre : pas de réponse, reste à appeler.')
    expect(results(api)[0]!.body).toEqual({ result: 'noAnswer', note: 'Répondeur' })
    card('Jeanne Lefèvre').getByText(/« Répondeur »/)
  })

  it('"reached" can be corrected', async () => {
    const { user, api } = await calls()
    await user.click(card('Jeanne Lefèvre').getByRole('button', { name: 'Prévenu(e)' }))
    await user.click(await screen.findByText('Terminés (1)'))
    await user.click(screen.getByRole('button', { name: 'Corriger, Jeanne Lefèvre : pas de réponse' }))
    await screen.findByRole('article', { name: 'Jeanne Lefèvre' })
    expect(results(api).map(({ body }) => body.result)).toEqual(['reached', 'noAnswer'])
  })

  it('moves to a slot that is chosen and confirmed', async () => {
    const { user, api } = await calls()
    await user.click(card('Jeanne Lefèvre').getByRole('button', { name: 'Déplacer' }))
    await user.click(await screen.findByRole('button', { name: /26 novembre à.10.h/ }))
    await user.click(await screen.findByRole('button', { name: /^Oui, déplacer : jeudi 26 novembre à.10.h/ }))
    await screen.findByText('Jeanne Lefèvre : rendez-vous déplacé.')
    expect(results(api)[0]!.body).toEqual({ result: 'moved', slotId: '2026-11-26-10:00' })
  })

  it('cancels only after asking once more; a cancelled one can only be booked again', async () => {
    const { user, api } = await calls()
    await user.click(card('Jeanne Lefèvre').getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Non, le garder'))
    expect(results(api)).toEqual([])
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Oui, annuler le rendez-vous' }))
    await screen.findByText('Jeanne Lefèvre : rendez-vous annulé.')
    expect(card('Paul Martin').queryByRole('button', { name: 'Annuler' })).toBeNull()
    card('Paul Martin').getByRole('link', { name: 'Prendre un autre rendez-vous' })
  })

  it('of a session that fell, offers slots that the person on the telephone takes', async () => {
    const api = fakeApi()
    const [paul] = api.messages.calls
    Object.assign(paul!, { kind: 'cancelledByHouse', proposals: [slotAt('2026-11-26', '09:30'), slotAt('2026-12-01', '14:00')] })
    const { user } = await calls(HERE, api)
    card('Paul Martin').getByText('Rendez-vous qui n’aura pas lieu')
    await user.click(card('Paul Martin').getByRole('button', { name: /^Proposer : mardi 1er décembre à.14.h/ }))
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/Oui, déplacer/))
    expect(await axeFindings()).toEqual([])
    await user.click(card('Paul Martin').getByRole('button', { name: /^Oui, déplacer : mardi 1er décembre/ }))
    await screen.findByText('Paul Martin : rendez-vous déplacé.')
    expect(results(api)[0]!.body).toEqual({ result: 'moved', slotId: '2026-12-01-14:00' })
  })

  it('of a session that fell, any other time will do as well', async () => {
    const api = fakeApi()
    Object.assign(api.messages.calls[0]!, { kind: 'cancelledByHouse', proposals: [] })
    const { user } = await calls(HERE, api)
    await user.click(card('Paul Martin').getByRole('button', { name: 'Une autre heure' }))
    await user.click(await screen.findByRole('button', { name: /26 novembre à.10.h/ }))
    await user.click(await screen.findByRole('button', { name: /^Oui, déplacer : jeudi 26 novembre à.10.h/ }))
    await screen.findByText('Paul Martin : rendez-vous déplacé.')
  })

  it('says on the card what was refused, and reads again what others did', async () => {
    const { user, api } = await calls()
    api.on('POST /calls/c2/result', () => problem(409, 'call-settled', { detail: 'Ce rendez-vous a déjà été déplacé.' }))
    api.messages.calls.find(({ id }) => id === 'c3')!.state = 'moved'
    await user.click(card('Jeanne Lefèvre').getByRole('button', { name: 'Prévenu(e)' }))
    await waitFor(() => card('Jeanne Lefèvre').getByText('Ce rendez-vous a déjà été déplacé.'))
    await waitFor(() => expect(screen.queryByRole('article', { name: 'Anne Morel' })).toBeNull())
  })

  it('keeps the note and the printed sheet when the list cannot be read again', async () => {
    const { user, api, container } = await calls()
    const jeanne = card('Jeanne Lefèvre')
    await user.click(jeanne.getByRole('button', { name: 'Ajouter une note' }))
    await user.type(jeanne.getByLabelText('Note'), 'Rappeler ce soir')
    api.on('POST /calls/c2/result', () => problem(409, 'call-settled', { detail: 'Déjà fait.' }))
    api.on('GET /sites/moyaux/call-sheet', () => problem(503, 'busy'))
    await user.click(jeanne.getByRole('button', { name: 'Pas de réponse' }))
    await screen.findByRole('button', { name: 'Réessayer' })
    expect(jeanne.getByLabelText('Note')).toHaveProperty('value', 'Rappeler ce soir')
    expect(container.querySelectorAll('.paper tbody tr')).toHaveLength(3)
  })

  it('turns to other days, and says when nobody is to be called', async () => {
    const api = fakeApi()
    api.messages.calls.length = 0
    const { user } = await calls(HERE, api)
    screen.getByText('Personne à appeler ce jour-là.', { selector: '.notice p' })
    await user.click(screen.getByRole('link', { name: 'Jour suivant' }))
    await screen.findByRole('heading', { level: 1, name: 'Appels du mardi 24 novembre' })
    screen.getByRole('link', { name: 'Aujourd’hui' })
  })

  it('is printed with a box for each result', async () => {
    const { container } = await calls()
    const rows = [...container.querySelectorAll('.paper tbody tr')]
    expect(rows).toHaveLength(3)
    expect(rows[1]!.textContent).toMatch(/Jeanne Lefèvre.*02.31.00.00.01.*Bonjour.*prévenu\(e\)pas de réponserendez-vous déplacérendez-vous annuléNote/s)
  })

  it('is counted on the board', async () => {
    loggedIn()
    const { user, router } = await openAt('/equipe/maisons/moyaux')
    await user.click(await screen.findByRole('link', { name: '3 appels à passer' }))
    await waitFor(() => expect(router.currentRoute.value.name).toBe('calls'))
  })

  it('who left no number at all is told otherwise, or given up for the front desk; each line can be closed', async () => {
    const api = fakeApi()
    Object.assign(api.messages.calls[0]!, { phone: undefined, why: 'noContact', attempts: 0 })
    Object.assign(api.messages.calls[1]!, { phone: undefined, email: 'jeanne@exemple.fr', why: 'bounced' })
    const { user } = await calls(HERE, api)
    const paul = card('Paul Martin')
    paul.getByText('Aucun numéro, aucun e-mail')
    paul.getByText('n’a laissé ni numéro ni e-mail')
    expect(paul.queryByText(/fixe/)).toBeNull()
    expect(paul.queryByRole('button', { name: 'Pas de réponse' })).toBeNull()
    expect(paul.getByRole('link', { name: 'Ajouter un numéro' }).getAttribute('href')).toBe('/equipe/maisons/moyaux/rendez-vous/JKLM-2345')
    expect(card('Jeanne Lefèvre').getByRole('link', { name: 'jeanne@exemple.fr' }).getAttribute('href')).toBe('mailto:jeanne@exemple.fr')
    expect(await axeFindings()).toEqual([])
    await user.click(paul.getByRole('button', { name: 'Impossible à prévenir' }))
    await screen.findByText(/Paul Martin : impossible à prévenir/)
    await user.click(card('Jeanne Lefèvre').getByRole('button', { name: 'Informé(e) autrement' }))
    await screen.findByText('Jeanne Lefèvre : informé(e) autrement.')
    screen.getByText('Terminés (2)')
    await user.click(screen.getByRole('button', { name: 'Rouvrir : Paul Martin' }))
    expect(results(api).map(({ body }) => body.result)).toEqual(['unreachable', 'toldOtherwise', 'noAnswer'])
  })
})

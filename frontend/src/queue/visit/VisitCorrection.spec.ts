import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi } from '@/testing/fakeApi'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

const BOARD = '/equipe/maisons/moyaux'
const SEARCH = 'Chercher ou scanner'
const said = (words: RegExp) => waitFor(() => expect(screen.getAllByRole('status').some((one) => words.test(one.textContent ?? ''))).toBe(true))

/** R003 is served and noted with one key; what is sent from then on. */
async function noted(api = fakeApi()) {
  loggedIn()
  const { user } = await openAt(BOARD, api)
  await screen.findByRole('heading', { name: '3 personnes attendent' })
  for (const [key, words] of [['n', /R003 appelé/], ['s', /R003 est reçu/], ['f', /./], ['v', /Visite R003 notée : Réglé/]] as const) {
    if (key === 'v') await screen.findByRole('region', { name: 'La visite qui vient de finir' })
    await user.keyboard(key)
    await said(words)
  }
  const before = api.calls.length
  const sent = () => api.calls.slice(before).filter(({ method, path }) => method === 'PUT' && path === '/tickets/tR003/attendance').map(({ headers, body }) => [headers.get('If-Match'), body])
  return { user, api, sent }
}

/** From the search of the board, however long its undo line is gone. */
async function correcting(api = fakeApi()) {
  const opened = await noted(api)
  const search = screen.getByRole('combobox', { name: SEARCH })
  await opened.user.type(search, 'R003')
  await opened.user.click(await screen.findByRole('option', { name: /R003/ }))
  await opened.user.click(within(screen.getByRole('dialog', { name: /R003 – / })).getByRole('button', { name: 'Corriger la visite' }))
  await screen.findByRole('button', { name: 'Enregistrer la correction' })
  return { ...opened, dialog: within(screen.getByRole('dialog', { name: 'La visite R003' })) }
}

describe('a visit that was noted', () => {
  beforeEach(emptyStores)

  it('is corrected from the board as the version that was seen, and a correction is taken back to what it corrected', async () => {
    const { user, sent, dialog } = await correcting()
    dialog.getByText(/^Réglé, noté le lundi 23 novembre .* par claire$/)
    expect(dialog.getByRole('radio', { name: 'Réglé' })).toHaveProperty('checked', true)
    await user.click(dialog.getByRole('radio', { name: 'Orienté(e) ailleurs' }))
    await user.type(await dialog.findByRole('textbox', { name: 'Lequel ?' }), 'CCAS')
    expect(await axeFindings()).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Enregistrer la correction' }))
    await said(/Visite R003 corrigée : Orienté\(e\) ailleurs/)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(sent()).toEqual([['"1"', expect.objectContaining({ outcome: 'attended', result: 'passedOn', passedOnTo: 'CCAS' })]])
    await user.keyboard('u')
    await said(/Annulé : Visite R003 corrigée/)
    expect(sent()[1]).toEqual(['"2"', expect.objectContaining({ outcome: 'attended', result: 'solved' })])
  })

  it('keeps one’s words when a colleague was faster, says who said what, and replaces it only when pressed again', async () => {
    const { user, api, sent, dialog } = await correcting()
    await user.click(dialog.getByRole('radio', { name: 'À poursuivre' }))
    await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'Revient lundi')
    api.house.visits.say('tR003', { outcome: 'attended', result: 'gaveUp' }, 'paul')
    await user.click(dialog.getByRole('button', { name: 'Enregistrer la correction' }))
    await dialog.findByText(/Entre-temps, paul a noté : A renoncé \(lundi 23 novembre/)
    expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Revient lundi')
    expect(dialog.getByRole('radio', { name: 'À poursuivre' })).toHaveProperty('checked', true)
    expect(api.house.visits.noted.get('tR003')).toMatchObject({ result: 'gaveUp' })
    await user.click(dialog.getByRole('button', { name: 'Enregistrer la correction' }))
    await said(/Visite R003 corrigée : À poursuivre/)
    expect(sent().map(([version]) => version)).toEqual(['"1"', '"2"'])
    expect(sent()[1]![1]).toMatchObject({ result: 'continued', note: 'Revient lundi' })
  })

  it('is corrected from the list of the last ones, with all that was said of it', async () => {
    const { user, api, sent } = await noted()
    api.house.visits.say('tR003', { outcome: 'attended', result: 'continued', channel: 'video', ageBand: 'from70', insee: '14453', aidantsConnect: true, followUp: 'JKLM-2345', note: 'Seule' }, 'paul')
    await user.click(screen.getByRole('button', { name: 'Toutes les pages' }))
    await user.click(await screen.findByRole('link', { name: 'Visites du jour' }))
    const list = within(await screen.findByRole('region', { name: 'Les visites d’un jour' }))
    await user.click(await list.findByRole('button', { name: /^Corriger la visite.*R003$/ }))
    const keep = await screen.findByRole('button', { name: 'Enregistrer la correction' })
    const dialog = within(screen.getByRole('dialog', { name: 'La visite R003' }))
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Âge' }), '60 à 69 ans')
    expect(await axeFindings()).toEqual([])
    await user.click(keep)
    await said(/Visite R003 corrigée : À poursuivre/)
    expect(sent()).toEqual([['"2"', expect.objectContaining({ result: 'continued', channel: 'video', ageBand: 'from60', insee: '14453', aidantsConnect: true, followUp: 'JKLM-2345', note: 'Seule' })]])
  })

  it('offers to note it where nothing was', async () => {
    const { user, api, sent } = await noted()
    await user.keyboard('u')
    await said(/Annulé : Visite R003 notée/)
    await user.type(screen.getByRole('combobox', { name: SEARCH }), 'R003')
    await user.click(await screen.findByRole('option', { name: /R003/ }))
    await user.click(within(screen.getByRole('dialog', { name: /R003 – / })).getByRole('button', { name: 'Noter la visite' }))
    await user.click(await screen.findByRole('button', { name: 'Noter la visite' }))
    await said(/Visite R003 notée : Réglé/)
    expect(sent().map(([version]) => version)).toEqual(['"0"'])
    expect(api.house.visits.noted.has('tR003')).toBe(true)
  })
})

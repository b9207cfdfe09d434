import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, list, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'
import { CAF, PROCEDURES } from '@/testing/world'

const BOARD = '/equipe/maisons/moyaux'

async function board(api = fakeApi()) {
  loggedIn()
  const opened = await openAt(BOARD, api)
  await screen.findByRole('heading', { name: '3 personnes attendent' })
  const sent = () => api.calls.filter(({ method, path }) => method !== 'GET' && /attendance|counted/.test(path)).map(({ method, path, body }) => [method, path, body])
  return { ...opened, api, sent }
}
const done = (words: RegExp) => waitFor(() => expect(screen.getAllByRole('status').some((one) => words.test(one.textContent ?? ''))).toBe(true))
const last = () => screen.findByRole('region', { name: 'La visite qui vient de finir' })

/** R003 is served and done. */
async function served(api = fakeApi()) {
  const opened = await board(api)
  await opened.user.keyboard('n')
  await done(/R003 appelé/)
  await opened.user.keyboard('s')
  await done(/R003 est reçu/)
  await opened.user.keyboard('f')
  return { ...opened, sheet: within(await last()) }
}

describe('what a visit came to', () => {
  beforeEach(emptyStores)

  it('is noted with one key as the number says, and taken back', async () => {
    const { user, sent, sheet } = await served()
    sheet.getByText('R003 : qu’est-ce qui a été fait ?')
    await user.keyboard('v')
    await done(/Visite R003 notée : Réglé/)
    expect(sent()).toEqual([['PUT', '/tickets/tR003/attendance', { outcome: 'attended', result: 'solved' }]])
    expect(screen.queryByRole('region', { name: 'La visite qui vient de finir' })).toBeNull()
    await user.keyboard('u')
    await done(/Annulé : Visite R003 notée/)
    await last()
  })

  it('says in four presses at most which papers are missing, or who will help', async () => {
    const { user, sent, sheet } = await served()
    await user.click(sheet.getByRole('button', { name: 'Papiers manquants' }))
    const papers = within(sheet.getByRole('group', { name: 'Quels papiers manquent ?' })).getAllByRole('checkbox')
    await user.click(papers[0]!)
    expect(await axeFindings()).toEqual([])
    await user.click(sheet.getByRole('button', { name: 'Noter la visite' }))
    await done(/Papiers manquants/)
    expect(sent()[0]![2]).toEqual({ outcome: 'attended', result: 'papersMissing', documentIds: [expect.any(String)] })
  })

  it('says which partner helps, or books the next appointment on the spot', async () => {
    const { user, sent, sheet, api } = await served()
    await user.click(sheet.getByRole('button', { name: 'Orienté(e) ailleurs' }))
    await sheet.findByRole('option', { name: /familiales|CAF/i })
    await user.selectOptions(sheet.getByRole('combobox', { name: 'Vers qui ?' }), sheet.getByRole('option', { name: /familiales|CAF/i }))
    expect(sheet.queryByRole('textbox', { name: 'Lequel ?' })).toBeNull()
    await user.click(sheet.getByRole('button', { name: 'À poursuivre' }))
    const times = await sheet.findAllByRole('button', { name: /novembre à|décembre à|\d h/ })
    await user.click(times[0]!)
    await user.type(await sheet.findByLabelText('Prénom'), 'Jeanne')
    await user.type(sheet.getByLabelText(/^Nom/), 'Lefèvre')
    expect(await axeFindings()).toEqual([])
    await user.click(sheet.getByRole('button', { name: 'Prendre ce rendez-vous et noter la visite' }))
    await done(/Visite R003 notée : À poursuivre/)
    const booked = api.calls.find(({ method, path }) => method === 'POST' && path === '/bookings')!
    expect(booked.body).toMatchObject({ procedureId: expect.any(String), from: 'counter', visitor: { firstName: 'Jeanne' } })
    expect(sent()).toEqual([['PUT', '/tickets/tR003/attendance', { outcome: 'attended', result: 'continued', followUp: expect.any(String) }]])
    await user.keyboard('u')
    await done(/Annulé : Visite R003 notée : À poursuivre\. Le rendez-vous reste pris\./)
    expect(api.calls.some(({ path }) => path.endsWith('/cancellation'))).toBe(false)
  })

  it('may wait: then it is counted among those to be completed, on a page of their own', async () => {
    const { user, sheet } = await served()
    await user.click(sheet.getByRole('button', { name: 'Plus tard' }))
    await waitFor(() => expect(sheet.queryByText(/qu’est-ce qui a été fait/)).toBeNull())
    await user.click(sheet.getByRole('link', { name: '1 visite à compléter' }))
    await screen.findByRole('heading', { name: 'Visites à compléter' })
    const line = within((await screen.findByRole('heading', { name: 'R003' })).closest('li')!)
    await user.click(line.getByRole('button', { name: 'Orienté(e) ailleurs' }))
    await user.type(line.getByRole('textbox', { name: 'Lequel ?' }), 'CCAS{Enter}')
    await screen.findByText('Toutes les visites sont notées.')
    await done(/Visite R003 notée/)
  })

  it('is continued beside another one, each in its own fields', async () => {
    const api = fakeApi()
    const [procedure] = PROCEDURES
    const visit = (number: string) => ({ ticketId: `t${number}`, number, endedAt: '2026-11-23T08:00:00Z', procedure, partner: CAF, documents: [] })
    api.on('GET /sites/moyaux/visits-to-note', () => list([visit('A001'), visit('A002')]))
    loggedIn()
    const { user } = await openAt(`${BOARD}/visites`, api)
    const lines = (await screen.findAllByRole('heading', { name: /^[A-Z]\d{3}$/ })).map((heading) => within(heading.closest('li')!))
    expect(lines).toHaveLength(2)
    for (const line of lines) {
      await user.click(line.getByRole('button', { name: 'À poursuivre' }))
      await line.findByLabelText('À partir du')
    }
    expect(await axeFindings()).toEqual([])
    for (const line of lines) await user.click((await line.findAllByRole('button', { name: /novembre à|décembre à|\d h/ }))[0]!)
    await user.type(lines[1]!.getByLabelText('Prénom'), 'Jeanne')
    await user.click(lines[1]!.getByRole('button', { name: 'Prendre ce rendez-vous et noter la visite' }))
    await lines[1]!.findByRole('alert')
    await user.click(lines[1]!.getByRole('link', { name: /nom/i }))
    expect(document.activeElement).toBe(lines[1]!.getByLabelText(/^Nom/))
    expect(lines[0]!.getByLabelText<HTMLInputElement>('Prénom').value).toBe('')
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it('warns of a number that must not be kept before anything is sent, and keeps what was said', async () => {
    const { user, sent, sheet } = await served()
    await user.click(sheet.getByRole('button', { name: /Plus de détails/ }))
    const dialog = within(screen.getByRole('dialog', { name: 'La visite R003' }))
    await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'NIR 1 85 05 78 006 084 91')
    dialog.getAllByText('Ce texte contient un numéro de sécurité sociale : retirez-le.')
    await user.click(dialog.getByRole('button', { name: 'Noter la visite' }))
    expect(sent()).toEqual([])
    await user.clear(dialog.getByRole('textbox', { name: 'Note' }))
    await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'Revient lundi')
    await user.click(dialog.getByRole('checkbox', { name: /Aidants Connect/ }))
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Âge' }), '70 ans et plus')
    await user.click(dialog.getByRole('radio', { name: 'À poursuivre' }))
    expect(await axeFindings()).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Noter la visite' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent()[0]![2]).toMatchObject({ outcome: 'attended', result: 'continued', ageBand: 'from70', aidantsConnect: true, note: 'Revient lundi' })
  })

  it('goes on in the details with what was pressed, and no key says something else meanwhile', async () => {
    const { user, sent, sheet } = await served()
    await user.click(sheet.getByRole('button', { name: 'Papiers manquants' }))
    await user.click(within(sheet.getByRole('group', { name: 'Quels papiers manquent ?' })).getAllByRole('checkbox')[0]!)
    await user.keyboard('v')
    await user.click(sheet.getByRole('button', { name: /Plus de détails/ }))
    const dialog = within(screen.getByRole('dialog', { name: 'La visite R003' }))
    expect(dialog.getByRole('radio', { name: 'Papiers manquants' })).toHaveProperty('checked', true)
    await user.type(dialog.getByRole('combobox', { name: 'Commune où vit la personne' }), 'Lisi')
    await user.click(dialog.getByRole('button', { name: 'Noter la visite' }))
    dialog.getByText('Choisissez une commune de la liste, ou videz ce champ.')
    expect(sent()).toEqual([])
    await user.clear(dialog.getByRole('combobox', { name: 'Commune où vit la personne' }))
    await user.click(dialog.getByRole('button', { name: 'Noter la visite' }))
    await waitFor(() => expect(sent()).toHaveLength(1))
    expect(sent()[0]![2]).toEqual({ outcome: 'attended', result: 'papersMissing', documentIds: [expect.any(String)], procedureIds: [expect.any(String)] })
  })

  it('does not overwrite what somebody else noted meanwhile', async () => {
    const api = fakeApi()
    api.on('PUT /tickets/tR003/attendance', () => problem(412, 'stale', { detail: 'Relisez puis refaites votre changement.' }))
    const { user } = await served(api)
    api.house.visits.noted.set('tR003', { outcome: 'attended' })
    await user.keyboard('v')
    await waitFor(() => expect(screen.getAllByRole('alert').map(({ textContent }) => textContent).join()).toContain('Relisez'))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'La visite qui vient de finir' })).toBeNull())
  })

  it('counts calls and questions with one key each, and takes the last one back', async () => {
    const { user, sent } = await board()
    await user.keyboard('e')
    await done(/1 appel compté/)
    await user.click(screen.getByRole('button', { name: /Question rapide/ }))
    await done(/1 question comptée/)
    screen.getByRole('button', { name: /Appel reçu 1/ })
    await user.keyboard('u')
    await done(/Annulé : 1 question comptée/)
    expect(sent().map(([method, path]) => `${method as string} ${path as string}`)).toEqual(['POST /sites/moyaux/counted-visits', 'POST /sites/moyaux/counted-visits', 'DELETE /counted-visits/v2/attendance'])
  })
})

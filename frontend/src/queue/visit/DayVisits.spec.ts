import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SiteVisit } from '@/api/visits'
import { fakeApi, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'
import { CAF, PROCEDURES } from '@/testing/world'

const PAGE = '/equipe/maisons/moyaux/visites'
const DAY = '2026-11-12'
const said = (words: RegExp) => waitFor(() => expect(screen.getAllByRole('status').some((one) => words.test(one.textContent ?? ''))).toBe(true))

/** Twelve days ago: one number that was noted, one of which nothing was, and a call. */
function before(api = fakeApi(), more = 0) {
  const { visits } = api.house
  const at = (minute: number) => `${DAY}T09:${String(minute).padStart(2, '0')}:00+01:00`
  const number = (name: string, minute: number): SiteVisit => ({ ticketId: `t${name}`, number: name, at: at(minute), procedure: PROCEDURES[0]!, partner: CAF, documents: [] })
  visits.earlier.push({ countedId: 'v9', at: at(59), documents: [] }, number('A002', 40), number('A001', 30))
  for (let i = 0; i < more; i++) visits.earlier.push(number(`A1${String(i).padStart(2, '0')}`, 1))
  visits.say('v9', { outcome: 'attended', channel: 'telephone' }, 'paul')
  visits.counted.push({ id: 'v9', channel: 'telephone', at: at(59) })
  visits.say('tA001', { outcome: 'attended', result: 'solved' }, 'paul')
  return api
}

async function theDay(api = before()) {
  loggedIn()
  const { user } = await openAt(PAGE, api)
  const list = within(await screen.findByRole('region', { name: 'Les visites d’un jour' }))
  await list.findAllByRole('listitem')
  const day = list.getByLabelText('Jour')
  await user.clear(day)
  await user.type(day, DAY)
  const sent = () => api.calls.filter(({ method, path }) => method !== 'GET' && path.includes('attendance')).map(({ method, path, headers, body }) => [method, path, headers.get('If-Match'), body])
  return { user, api, list, sent }
}

describe('the visits of a day', () => {
  beforeEach(emptyStores)

  it('are found of an earlier day, with who noted what, and corrected with the same form', async () => {
    const { user, list, sent } = await theDay()
    await list.findByText('Réglé, noté par paul')
    list.getByText('Rien n’est noté')
    list.getByText('Appel de 9 h 59')
    expect(await axeFindings()).toEqual([])
    await user.click(list.getByRole('button', { name: /^Corriger la visite.*A001$/ }))
    const dialog = within(await screen.findByRole('dialog', { name: 'La visite A001' }))
    await dialog.findByText(/^Réglé, noté le .* par paul$/)
    await user.click(dialog.getByRole('radio', { name: 'A renoncé' }))
    await user.click(dialog.getByRole('button', { name: 'Enregistrer la correction' }))
    await said(/Visite A001 corrigée : A renoncé/)
    await list.findByText('A renoncé, noté par claire')
    await user.click(screen.getByRole('button', { name: 'Annuler' }))
    await list.findByText('Réglé, noté par claire')
    expect(sent().map(([method, path, version]) => [method, path, version])).toEqual([
      ['PUT', '/tickets/tA001/attendance', '"1"'],
      ['PUT', '/tickets/tA001/attendance', '"2"'],
    ])
  })

  it('have the calls, too: said more of, taken back, and said again', async () => {
    const { user, list, sent } = await theDay()
    await user.click(await list.findByRole('button', { name: /^Corriger la visite.*Appel/ }))
    const dialog = within(await screen.findByRole('dialog', { name: /Appel de/ }))
    await user.click(await dialog.findByRole('radio', { name: 'Réglé' }))
    expect(await axeFindings()).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Enregistrer la correction' }))
    await list.findAllByText(/Réglé, noté par claire/)
    await user.click(list.getByRole('button', { name: /^Ne plus compter.*Appel/ }))
    await said(/Appel de .* : ne compte plus/)
    await user.click(screen.getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(sent()).toHaveLength(3))
    expect(sent()[0]).toEqual(['PUT', '/counted-visits/v9/attendance', '"1"', expect.objectContaining({ outcome: 'attended', result: 'solved', channel: 'telephone', procedureIds: [] })])
    expect(sent()[1]!.slice(0, 3)).toEqual(['DELETE', '/counted-visits/v9/attendance', '"2"'])
    expect(sent()[2]).toEqual(['PUT', '/counted-visits/v9/attendance', '"0"', expect.objectContaining({ result: 'solved', channel: 'telephone' })])
  })

  it('come page by page, and another day at the press of a key', async () => {
    const { user, list } = await theDay(before(fakeApi(), 30))
    await list.findByText('Appel de 9 h 59')
    expect(list.getAllByRole('listitem')).toHaveLength(20)
    await user.click(list.getByRole('button', { name: 'Voir la suite' }))
    await waitFor(() => expect(list.getAllByRole('listitem')).toHaveLength(33))
    list.getByRole('button', { name: 'Le jour d’après' }).focus()
    await user.keyboard('{Enter}')
    await list.findByText('Aucune visite ce jour-là.')
    expect(list.getByLabelText('Jour')).toHaveProperty('value', '2026-11-13')
  })

  it('do not lie when they cannot be read', async () => {
    const api = before()
    const { user, list } = await theDay(api)
    await list.findByText('Appel de 9 h 59')
    api.on('GET /sites/moyaux/visits', () => problem(404, 'not-found', { detail: 'Cette maison est inconnue.' }))
    await user.click(list.getByRole('button', { name: 'Le jour d’avant' }))
    await list.findByRole('alert')
    expect(list.queryByText('Appel de 9 h 59')).toBeNull()
  })
})

import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, problem } from '@/testing/fakeApi'
import { asManager, axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'
import { placeWeek } from './layout'

async function calendar(api = fakeApi(), usual = true) {
  loggedIn()
  asManager(api)
  if (usual) api.on('GET /sessions', api.planning.week)
  const opened = await openAt(`/equipe/maisons/moyaux/permanences`, api)
  await screen.findByRole('heading', { name: 'La semaine de la maison' })
  return { ...opened, api }
}
const day = (name: RegExp) => within(screen.getByRole('region', { name }))

describe('the week of a house', () => {
  beforeEach(emptyStores)

  it('tells in words how each session stands', async () => {
    await calendar()
    expect((await screen.findByText(/confirmée Retard annoncé : 20 minutes/)).closest('a')!.getAttribute('href')).toBe(
      '/equipe/maisons/moyaux/permanences/p1?date=2026-11-24&seance=s1',
    )
    day(/jeudi 26/).getByText('pas confirmée, le délai est passé')
    day(/vendredi 27/).getByText('annulée : agent malade')
    day(/mercredi 25/).getByText('Personne')
    expect(day(/mardi 24/).getAllByText('2 rendez-vous sur 6 places')).toHaveLength(1)
  })

  it('is walked through by the arrow keys', async () => {
    const { user } = await calendar()
    const [first, second] = await waitFor(() => day(/mardi 24/).getAllByRole('link', { name: /h/ }).filter((one) => one.classList.contains('block')))
    first!.focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(second)
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement?.textContent).toContain('pas confirmée')
    await user.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(document.activeElement).toBe(first)
  })

  it('goes to other weeks by its address, and says when nothing is planned', async () => {
    const { user, router } = await calendar()
    await user.click(screen.getByRole('button', { name: 'Semaine suivante' }))
    await screen.findByText('Aucune permanence n’est prévue cette semaine.')
    expect(router.currentRoute.value.query.semaine).toBe('2026-11-30')
    expect(screen.getByRole('link', { name: 'Nouvelle permanence le mardi 1er décembre' }).getAttribute('href')).toContain('?date=2026-12-01')
    await user.click(screen.getByRole('button', { name: 'Revenir à cette semaine' }))
    await screen.findByText('annulée : agent malade')
  })

  it('explains a server that does not answer, and tries again', async () => {
    const api = fakeApi()
    let down = true
    api.on('GET /sessions', (...asked) => (down ? problem(500, 'internal') : api.planning.week(...asked)))
    const { user } = await calendar(api, false)
    await screen.findByRole('heading', { name: 'Quelque chose n’a pas marché' })
    down = false
    await user.click(screen.getByRole('button', { name: 'Réessayer' }))
    await screen.findByText('annulée : agent malade')
  })

  it('places what is there at once side by side', () => {
    const at = (from: string, to: string) => ({ id: from, start: `2026-11-24T${from}:00+01:00`, end: `2026-11-24T${to}:00+01:00` }) as Parameters<typeof placeWeek>[1][0]
    const { from, to, days } = placeWeek(['2026-11-24'], [at('08:15', '10:00'), at('09:00', '12:00'), at('10:00', '11:00')], 'Europe/Paris')
    expect([from, to]).toEqual([8, 17])
    expect(days[0]!.placed.map(({ row, rows, lane }) => [row, rows, lane])).toEqual([[0, 4, 0], [2, 6, 1], [4, 2, 0]])
  })
})

describe('the permanences of a house', () => {
  beforeEach(emptyStores)

  it('are told in a sentence each; those that are over are folded away', async () => {
    await calendar()
    await screen.findByText(/Chaque mardi et jeudi, de 9 h à 12 h, à partir du mardi 1er septembre 2026/)
    screen.getByText(/Le 2e mercredi de chaque mois/)
    expect(screen.getByText('1 permanence terminée').closest('details')!.open).toBe(false)
  })

  it('are removed only when nobody ever booked, and after a question', async () => {
    const { user, api } = await calendar()
    await user.click(await screen.findByRole('button', { name: 'Supprimer : CAF' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Supprimer' }))
    await screen.findByText(/donnez plutôt une date de fin/)
    await user.click(screen.getByRole('button', { name: 'Supprimer : La maison' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Supprimer' }))
    await screen.findByText('La maison : la permanence est supprimée.')
    expect(api.planning.permanences.map(({ id }) => id)).toEqual(['p1', 'p3'])
  })

  it('can be followed at a secret address, shown once and taken away again', async () => {
    const { user, api } = await calendar()
    await user.click(await screen.findByRole('button', { name: 'Abonnement d’agenda : CAF' }))
    await screen.findByText('Aucune adresse pour le moment.')
    await user.click(screen.getByRole('button', { name: 'Créer une adresse' }))
    const field = await screen.findByLabelText<HTMLInputElement>('Adresse de l’abonnement')
    expect(field.value).toContain('s3cr3t.ics')
    expect(await axeFindings()).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Retirer' }))
    await user.click(screen.getByRole('button', { name: /Appuyez encore/ }))
    await screen.findByText(/L’adresse est retirée/)
    expect(api.planning.feeds).toHaveLength(1)
    expect(screen.queryByLabelText('Adresse de l’abonnement')).toBeNull()
  })

  it('shows a manager who made an address of the house, and takes it away from them', async () => {
    const { user, api } = await calendar()
    Object.assign(api.planning.feeds[0]!, { by: 'Claire Dubois' })
    await user.click(await screen.findByRole('button', { name: 'Abonnement d’agenda de toute la maison' }))
    await screen.findByText(/^Adresse créée le .* par Claire Dubois$/)
    expect(api.calls.find(({ path }) => path === '/calendar-feeds')!.query).toContain('site=moyaux')
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Retirer' }))
    await user.click(screen.getByRole('button', { name: /Appuyez encore/ }))
    await screen.findByText(/L’adresse est retirée/)
    expect(api.planning.feeds).toEqual([])
  })

  it('are looked at by clerks, and changed by managers', async () => {
    loggedIn()
    await openAt('/equipe/maisons/moyaux/permanences')
    await screen.findByText(/Chaque mardi et jeudi/)
    expect(screen.queryByRole('link', { name: 'Nouvelle permanence' })).toBeNull()
    expect(screen.queryByRole('button', { name: /Supprimer/ })).toBeNull()
    const { findByText } = await openAt('/equipe/maisons/moyaux/permanences/nouvelle')
    await findByText(/réglées par le responsable/)
  })
})

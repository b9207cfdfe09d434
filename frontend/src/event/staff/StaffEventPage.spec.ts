import { fireEvent, screen, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi } from '@/testing/fakeApi'
import { asManager, axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

async function at(path: string, api = fakeApi()) {
  loggedIn()
  return { ...(await openAt(path, asManager(api))), api }
}

describe('events as their makers see them', () => {
  beforeEach(emptyStores)

  it('begin with a title, a few words and their days; the short address comes from the title', async () => {
    const { user, api, router } = await at('/equipe/evenements')
    await screen.findByText('publié')
    await user.click(screen.getByRole('button', { name: 'Nouvel événement' }))
    await user.click(screen.getByRole('button', { name: 'Créer l’événement' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/Écrivez un titre.*quelques mots/)
    await user.type(screen.getByLabelText('Titre en français'), 'Semaine du numérique')
    await user.type(screen.getByLabelText('Quelques mots en français'), 'Des ateliers pour tous.')
    await user.click(screen.getByRole('button', { name: 'Créer l’événement' }))
    await screen.findByText(/L’événement est créé/)
    expect(router.currentRoute.value.path).toBe('/equipe/evenements/semaine-du-numerique')
    expect(api.calls.find(({ method, path }) => method === 'POST' && path === '/events')!.body).toMatchObject({
      title: { fr: 'Semaine du numérique', en: 'Semaine du numérique' }, published: false, firstDate: '2026-11-23', lastDate: '2026-11-23',
    })
  })

  it('are published and taken back as they were seen', async () => {
    const { user, api } = await at('/equipe/evenements/portes-ouvertes')
    await user.click(screen.getByRole('button', { name: 'Retirer de la publication' }))
    await screen.findByText(/C’est un brouillon/)
    await user.click(screen.getByRole('button', { name: 'Publier' }))
    await screen.findByText(/est publié/)
    expect(api.calls.filter(({ method }) => method === 'PUT').map(({ headers }) => headers.get('If-Match'))).toEqual(['"1"', '"2"'])
  })

  it('lose nothing typed when somebody else saved first', async () => {
    const { user, api } = await at('/equipe/evenements/portes-ouvertes')
    await fireEvent.update(screen.getByLabelText('Titre en français'), 'Portes grandes ouvertes')
    api.planning.seen.event = 2
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Quelqu’un d’autre')
    expect(screen.getByLabelText<HTMLInputElement>('Titre en français').value).toBe('Portes grandes ouvertes')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await screen.findByText('C’est enregistré.')
    expect(api.planning.event.title.fr).toBe('Portes grandes ouvertes')
  })

  it('say what somebody else changed when a workshop has them read again, but not what oneself saved', async () => {
    const { user, api } = await at('/equipe/evenements/portes-ouvertes')
    const title = await screen.findByLabelText<HTMLInputElement>('Titre en français')
    await user.click(screen.getByRole('button', { name: 'Ajouter un atelier' }))
    await fireEvent.update(screen.getByLabelText('Jour'), '2026-11-25')
    await user.type(screen.getByLabelText('Nom de l’atelier'), 'Premier e-mail')
    await fireEvent.update(title, 'Portes grandes ouvertes')
    Object.assign(api.planning.event, { title: { fr: 'Entrez donc', en: 'Entrez donc' } })
    api.planning.seen.event = 2
    await user.click(screen.getByRole('button', { name: 'Ajouter l’atelier' }))
    await screen.findByText(/« Entrez donc » de son côté/)
    expect(title.value).toBe('Portes grandes ouvertes')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await screen.findByText('C’est enregistré.')
    expect(screen.queryByText(/de son côté/)).toBeNull()
  })

  it('are saved as the API tidied them, and then nothing is left to save', async () => {
    const { user, router } = await at('/equipe/evenements/portes-ouvertes')
    const title = await screen.findByLabelText<HTMLInputElement>('Titre en français')
    const english = screen.getByLabelText<HTMLInputElement>(/^Titre en anglais/)
    await fireEvent.update(title, 'Portes grandes ouvertes ')
    await fireEvent.update(english, 'Portes grandes ouvertes')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await screen.findByText('C’est enregistré.')
    expect([title.value, english.value]).toEqual(['Portes grandes ouvertes', ''])
    await router.push('/equipe/evenements')
    expect(router.currentRoute.value.path).toBe('/equipe/evenements')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('get workshops, in a house, on one of their days', async () => {
    const { user, api } = await at('/equipe/evenements/portes-ouvertes')
    await user.click(screen.getByRole('button', { name: 'Ajouter un atelier' }))
    await fireEvent.update(screen.getByLabelText('Jour'), '2026-12-24')
    await user.click(screen.getByRole('button', { name: 'Ajouter l’atelier' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/Donnez un nom.*un jour de l’événement/)
    await fireEvent.update(screen.getByLabelText('Jour'), '2026-11-25')
    await user.type(screen.getByLabelText('Nom de l’atelier'), 'Premier e-mail')
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Ajouter l’atelier' }))
    await screen.findByText('Premier e-mail est ajouté.')
    expect(api.calls.find(({ path }) => path.endsWith('/workshops'))!.body).toEqual({
      siteId: 'moyaux', title: { fr: 'Premier e-mail', en: 'Premier e-mail' }, date: '2026-11-25', from: '14:00', to: '16:00', capacity: 12,
    })
    await user.click(screen.getByRole('button', { name: 'Supprimer : Premier e-mail' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Supprimer' }))
    await screen.findByText('Premier e-mail est supprimé.')
  })

  it('are not removed while people have booked, and say why', async () => {
    const { user } = await at('/equipe/evenements/portes-ouvertes')
    await user.click(screen.getByRole('button', { name: 'Supprimer l’événement' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Supprimer' }))
    await screen.findByText('Des personnes ont réservé.')
  })

  it('show their figures as a table', async () => {
    await at('/equipe/evenements/portes-ouvertes')
    const row = await screen.findByRole('row', { name: /Découvrir le compte famille/ })
    expect(within(row).getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['12', '7', '4', '1', '0', '2', '3'])
  })

  it('are a manager’s', async () => {
    loggedIn()
    await openAt('/equipe/evenements')
    await screen.findByText(/préparés par les responsables/)
  })
})

import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

async function messages(roles = ['manager'], api = fakeApi()) {
  loggedIn()
  api.on('GET /me', () => ok({ username: 'marc', firstName: 'Marc', lastName: 'Roy', roles, sites: [{ id: 'moyaux', name: 'Moyaux' }], partner: null }))
  const opened = await openAt('/equipe/maisons/moyaux/messages', api)
  await screen.findByRole('heading', { name: 'Ce que la personne reçoit' })
  return { ...opened, api }
}
const puts = (api: ReturnType<typeof fakeApi>, end: RegExp) => api.calls.filter(({ method, path }) => method === 'PUT' && end.test(path))
const area = (name: string) => screen.getByLabelText<HTMLTextAreaElement>(name)
const saveWords = () => screen.getAllByRole('button', { name: 'Enregistrer' })[1]!

describe('when messages go out', () => {
  beforeEach(emptyStores)

  it('is saved as it was seen', async () => {
    const { user, api } = await messages()
    await user.selectOptions(screen.getByLabelText('Quand'), 'la veille')
    await fireEvent.update(screen.getByLabelText('De'), '21:00')
    await user.click(screen.getAllByRole('button', { name: 'Enregistrer' })[0]!)
    await screen.findByText('C’est enregistré.')
    const [put] = puts(api, /message-settings$/)
    expect(put!.headers.get('If-Match')).toBe('"1"')
    expect(put!.body).toMatchObject({ reminderDays: 1, quietFrom: '21:00', morningReminder: true })
  })

  it('never overwrites unseen what somebody else saved, and loses nothing', async () => {
    const { user, api } = await messages()
    const { settings } = api.messages
    Object.assign(settings, { version: 2, data: { ...settings.data, quietTo: '09:00' } })
    await user.selectOptions(screen.getByLabelText('Quand'), '5 jours avant')
    await user.click(screen.getAllByRole('button', { name: 'Enregistrer' })[0]!)
    await screen.findByRole('heading', { name: /Quelqu’un d’autre vient d’enregistrer/ })
    expect(screen.getByLabelText<HTMLSelectElement>('Quand').value).toBe('5')
    await user.click(screen.getByRole('button', { name: 'Enregistrer les miens' }))
    await waitFor(() => expect(settings.data.reminderDays).toBe(5))
    expect(puts(api, /message-settings$/).map(({ headers }) => headers.get('If-Match'))).toEqual(['"1"', '"2"'])
  })

  it('shows the server’s refusal at its field', async () => {
    const { user, api } = await messages()
    api.on('PUT /sites/.+/message-settings', () => problem(400, 'invalid-request', { errors: [{ field: 'quietFrom', message: 'Heure impossible.' }] }))
    await user.click(screen.getByLabelText('Rappel le matin même'))
    await user.click(screen.getAllByRole('button', { name: 'Enregistrer' })[0]!)
    await waitFor(() => expect(screen.getAllByText('Heure impossible.')).toHaveLength(2))
  })
})

describe('the words of messages', () => {
  beforeEach(emptyStores)

  it('take a placeholder at the cursor and show at once what somebody would receive', async () => {
    const { user, api } = await messages()
    expect(screen.getByTitle('Exemple de l’e-mail').getAttribute('srcdoc')).toContain('Bonjour Jeanne,')
    expect(screen.getByTitle('Exemple de l’e-mail').getAttribute('sandbox')).not.toContain('scripts')
    const opening = area('Début de l’e-mail')
    await user.click(opening)
    opening.setSelectionRange(8, 8)
    await user.click(screen.getByRole('button', { name: 'La maison' }))
    expect(opening.value).toBe('Bonjour {site}{visitor},')
    expect([document.activeElement, opening.selectionStart]).toEqual([opening, 14])
    await waitFor(() => expect(screen.getByTitle('Exemple de l’e-mail').getAttribute('srcdoc')).toContain('Bonjour MoyauxJeanne,'))
    await user.click(saveWords())
    await screen.findByText(/les prochains messages diront ceci/)
    expect(puts(api, /message-templates\/confirmation\/fr$/)[0]!.body).toMatchObject({ opening: 'Bonjour {site}{visitor},' })
    screen.getByRole('option', { name: 'Confirmation (texte de la maison)' })
    expect(await axeFindings()).toEqual([])
  })

  it('keep what one typed when somebody else was quicker, and replace theirs only when asked again', async () => {
    const { user, api } = await messages()
    await user.type(area('Fin de l’e-mail'), ' Le mien.')
    const theirs = api.messages.words.find(({ kind, language }) => kind === 'confirmation' && language === 'fr')!
    Object.assign(theirs, { own: true, version: 4 })
    await user.click(saveWords())
    await screen.findByText(/a changé ce texte entre-temps/)
    expect(area('Fin de l’e-mail').value).toContain('Le mien.')
    await user.click(saveWords())
    await screen.findByText(/les prochains messages diront ceci/)
    expect(puts(api, /message-templates\/confirmation\/fr$/).map(({ headers }) => headers.get('If-Match'))).toEqual(['"-1"', '"4"'])
  })

  it('go back to the product’s after one question', async () => {
    const { user } = await messages()
    await user.type(area('Fin de l’e-mail'), ' !')
    await user.click(saveWords())
    await user.click(await screen.findByRole('button', { name: 'Revenir au texte d’origine' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Revenir au texte d’origine' }))
    await screen.findByText(/le texte d’origine est revenu/)
    expect(area('Fin de l’e-mail').value).toBe('À bientôt à {site}.')
  })

  it('tell what is wrong at its field while one types, and again when one saves', async () => {
    const { user } = await messages()
    await user.type(area('SMS'), ' {{nom}')
    await screen.findByText('{nom} n’existe pas.')
    expect(area('SMS').getAttribute('aria-invalid')).toBe('true')
    screen.getByText(/voici le dernier exemple complet/)
    await user.click(saveWords())
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('alert'))
    await user.type(area('SMS'), '{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}')
    await waitFor(() => expect(screen.queryByText('{nom} n’existe pas.')).toBeNull())
  })

  it('warn plainly when an SMS gets dearer', async () => {
    const { user } = await messages()
    screen.getByText(/signes, 1 SMS\./)
    await user.type(area('SMS'), 'x'.repeat(160))
    await screen.findByText(/il est compté 2 fois/)
    await user.type(area('SMS'), 'être')
    await screen.findByText(/Ces signes coûtent plus cher dans un SMS : ê/)
  })

  it('are never lost without a question: to another message, or off the page', async () => {
    const { user, router } = await messages()
    await user.type(area('Fin de l’e-mail'), ' Bon vent')
    await user.selectOptions(screen.getByLabelText('Message'), 'Rappel')
    await user.click(await screen.findByRole('button', { name: 'Continuer à écrire' }))
    await waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>('Message').value).toBe('confirmation'))
    expect(area('Fin de l’e-mail').value).toContain('Bon vent')
    void router.push('/equipe/maisons/moyaux/appels')
    await user.click(await screen.findByRole('button', { name: 'Continuer à écrire' }))
    expect(router.currentRoute.value.name).toBe('messages')
    await user.selectOptions(screen.getByLabelText('Message'), 'Rappel')
    await user.click(await screen.findByRole('button', { name: 'Quitter sans enregistrer' }))
    await waitFor(() => expect(area('Fin de l’e-mail').value).toBe('À bientôt à {site}.'))
    expect(screen.getByLabelText<HTMLSelectElement>('Message').value).toBe('reminder')
  })

  it('are a clerk’s to read only', async () => {
    await messages(['clerk'])
    screen.getByText(/Vous pouvez les lire/)
    screen.getByText(/Heures calmes : 20.h – 8.h/)
    expect(screen.queryByRole('button', { name: 'Enregistrer' })).toBeNull()
    expect(area('SMS').readOnly).toBe(true)
  })
})

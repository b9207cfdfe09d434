import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { setTongue } from '@/text'
import { editor, last, valueOf } from '@/testing/editor'
import { fakeApi, problem } from '@/testing/fakeApi'
import { asManager, axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

describe('bookings that a change touches', () => {
  beforeEach(emptyStores)

  async function touched() {
    const api = fakeApi()
    const { planning } = api
    planning.found.touched = [planning.touched('ABCD-EFGH', 'Jeanne', 'Lefèvre', '09:00'), planning.touched('JKLM-2345', 'Paul', 'Martin', '09:30'), planning.touched('WXYZ-6789', 'Anne', 'Morel', '10:00', [])]
    const opened = await editor('p1', api)
    await fireEvent.update(screen.getByLabelText('À'), '11:00')
    await screen.findByRole('heading', { name: '3 rendez-vous touchés' })
    return opened
  }
  const decide = (name: string) => within(screen.getByRole('group', { name: `Décision pour ${name}` }))

  it('each get a decision before anything is saved', async () => {
    const { user, api } = await touched()
    await user.click(screen.getByRole('button', { name: /Décider pour 3 rendez-vous/ }))
    expect(document.activeElement?.id).toBe('touched')
    expect(last(api, 'POST', '/permanence-changes')).toBeUndefined()
    expect(decide('Anne Morel').queryByLabelText(/Déplacer/)).toBeNull()
    await user.click(decide('Jeanne Lefèvre').getByLabelText(/Déplacer/))
    await user.selectOptions(screen.getByLabelText('Nouvelle heure'), '2026-11-26-10:00')
    await user.click(decide('Paul Martin').getByLabelText(/Garder/))
    await user.click(decide('Anne Morel').getByLabelText(/Annuler/))
    await screen.findByText('Tout est décidé.')
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    await screen.findByText('La permanence est modifiée. Rendez-vous gardés : 1, déplacés : 1, annulés et prévenus : 1.')
    expect(last(api, 'POST', '/permanence-changes')!.body.decisions).toEqual([
      { reference: 'ABCD-EFGH', decision: 'move', slotId: '2026-11-26-10:00' }, { reference: 'JKLM-2345', decision: 'keep' }, { reference: 'WXYZ-6789', decision: 'cancel' },
    ])
  })

  it('may all be decided at once; no slot is given to two people, and who has none stays open', async () => {
    const { user } = await touched()
    await user.click(screen.getByRole('button', { name: 'Déplacer tous les autres vers le créneau proposé' }))
    expect(screen.getAllByLabelText<HTMLSelectElement>('Nouvelle heure').map((one) => one.value)).toEqual(['2026-11-26-09:30', '2026-11-26-10:00'])
    await screen.findByText('Encore 1 à décider.')
  })

  it('nobody is kept in a session that falls, and what was decided before it fell is asked about again', async () => {
    const { user, api } = await touched()
    const { found, touched: make } = api.planning
    await user.click(decide('Jeanne Lefèvre').getByLabelText(/Garder/))
    found.touched = [make('ABCD-EFGH', 'Jeanne', 'Lefèvre', '09:00', [], false), ...found.touched.slice(1)]
    await fireEvent.update(screen.getByLabelText('À'), '10:30')
    await screen.findByText('Cette permanence n’a plus lieu : personne ne peut y rester.')
    expect(decide('Jeanne Lefèvre').queryByLabelText(/Garder/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Garder tous les autres' }))
    await screen.findByText('Encore 1 à décider.')
    expect(await axeFindings()).toEqual([])
  })

  it('one whose slot was taken meanwhile is asked about again', async () => {
    const { user, api } = await touched()
    await user.click(decide('Jeanne Lefèvre').getByLabelText(/Déplacer/))
    await user.click(screen.getByRole('button', { name: 'Garder tous les autres' }))
    api.on('POST /permanence-changes', () => problem(409, 'slot-taken', { errors: [{ field: 'decisions.ABCD-EFGH.slotId', message: 'Ce créneau vient d’être pris.' }] }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    await user.click(await screen.findByRole('link', { name: 'Ce créneau vient d’être pris.' }))
    await waitFor(() => expect(document.activeElement?.id).toBe('decide-ABCD-EFGH'))
    await screen.findByText('Encore 1 à décider.')
  })

  it('one that was made meanwhile is asked about; what was decided and typed stays', async () => {
    const { user, api } = await touched()
    const { found, touched: make } = api.planning
    await user.click(screen.getByRole('button', { name: 'Garder tous les autres' }))
    found.touched = [...found.touched, make('NEWX-2222', 'Luc', 'Roy', '10:30')]
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    await screen.findByText('Encore 1 à décider.')
    expect(document.activeElement?.id).toBe('touched')
    expect(valueOf('À')).toBe('11:00')
    await user.click(decide('Luc Roy').getByLabelText(/Garder/))
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    await screen.findByText(/Rendez-vous gardés : 4/)
  })
})

describe('nothing typed is lost', () => {
  beforeEach(emptyStores)

  it('when somebody else was quicker: one chooses what stays', async () => {
    const { user, api } = await editor('p1')
    await fireEvent.update(screen.getByLabelText('Salle ou bureau (facultatif)'), 'Grande salle')
    api.planning.version.p1 = 4
    api.planning.permanences[0] = { ...api.planning.permanences[0]!, room: 'Bureau 7' }
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    await screen.findByRole('heading', { name: 'Quelqu’un d’autre vient de modifier cette permanence' })
    expect(valueOf('Salle ou bureau (facultatif)')).toBe('Grande salle')
    await user.click(screen.getByRole('button', { name: 'Enregistrer les miens' }))
    await screen.findByText('La permanence est modifiée.')
    expect(api.calls.filter(({ path }) => path === '/permanence-changes').map(({ headers }) => headers.get('If-Match'))).toEqual(['"3"', '"4"'])
  })

  it('or takes what the other one saved', async () => {
    const { user, api } = await editor('p1')
    await fireEvent.update(screen.getByLabelText('Salle ou bureau (facultatif)'), 'Grande salle')
    api.planning.version.p1 = 4
    api.planning.permanences[0] = { ...api.planning.permanences[0]!, room: 'Bureau 7' }
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    await user.click(await screen.findByRole('button', { name: 'Prendre les siens' }))
    await waitFor(() => expect(valueOf('Salle ou bureau (facultatif)')).toBe('Bureau 7'))
  })

  it('when the server refuses a field, or does not answer', async () => {
    const { user, api } = await editor('p1')
    await fireEvent.update(screen.getByLabelText('Salle ou bureau (facultatif)'), 'Grande salle')
    api.on('POST /permanence-changes', () => problem(400, 'invalid-request', { errors: [{ field: 'form.room', message: 'Trop long.' }] }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    await waitFor(() => expect(screen.getAllByText('Trop long.')).toHaveLength(2))
    api.on('POST /permanence-changes', () => problem(500, 'internal'))
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    await screen.findByRole('heading', { name: 'Quelque chose n’a pas marché' })
    expect(valueOf('Salle ou bureau (facultatif)')).toBe('Grande salle')
  })

  it('when one leaves: it is asked first', async () => {
    const { user } = await editor('p1')
    await fireEvent.update(screen.getByLabelText('Salle ou bureau (facultatif)'), 'Grande salle')
    await user.click(screen.getByRole('button', { name: 'Retour aux permanences' }))
    await user.click(await screen.findByRole('button', { name: 'Rester ici' }))
    expect(valueOf('Salle ou bureau (facultatif)')).toBe('Grande salle')
  })

  it('speaks English too', async () => {
    await setTongue('en')
    loggedIn()
    await openAt('/equipe/maisons/moyaux/permanences/nouvelle?date=2026-11-24', asManager())
    await screen.findByText(/Every Tuesday, from 9 am to 12 pm, from Tuesday 24 November 2026 on\./)
    expect(await axeFindings()).toEqual([])
    await setTongue('fr')
  })
})

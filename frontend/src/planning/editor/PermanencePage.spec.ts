import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { editor, last, valueOf } from '@/testing/editor'
import { type FakeApi, fakeApi, ok, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores } from '@/testing/harness'

const form = (api: FakeApi, path = '/permanence-changes') => last(api, 'POST', path)?.body.form as Record<string, unknown>

describe('a new permanence', () => {
  beforeEach(emptyStores)

  it('says in words what the rule means, shows its sessions and slots while one types, and is made', async () => {
    const { user, api, router } = await editor('nouvelle?date=2026-11-24')
    await screen.findByText(/Chaque mardi, de 9 h à 12 h, à partir du mardi 24 novembre 2026\./)
    await user.selectOptions(screen.getByLabelText('Qui tient la permanence'), 'caf')
    await user.click(screen.getByLabelText('Demander une aide au logement'))
    await user.click(screen.getByLabelText('jeudi'))
    await screen.findByText(/Chaque mardi et jeudi/)
    await screen.findByText('8 séances dans les six semaines.')
    expect(screen.getAllByText('1 créneau').length).toBeGreaterThan(0)
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Créer la permanence' }))
    await screen.findByText(/La permanence est créée/)
    expect(router.currentRoute.value.fullPath).toBe('/equipe/maisons/moyaux/permanences?semaine=2026-11-24')
    expect(last(api, 'POST', '/permanences')!.body).toMatchObject({
      siteId: 'moyaux', partnerId: 'caf', procedures: ['housing'], rrule: 'FREQ=WEEKLY;BYDAY=TU,TH', firstDate: '2026-11-24', from: '09:00', to: '12:00',
      mode: 'appointment', slotMinutes: 30, capacity: 1,
    })
    expect(last(api, 'POST', '/permanences')!.headers.get('Idempotency-Key')).toBeTruthy()
  })

  it('ends with its button: after the last field, before the preview', async () => {
    await editor('nouvelle?date=2026-11-24')
    const button = await screen.findByRole('button', { name: 'Créer la permanence' })
    const fields = [...button.closest('form')!.querySelectorAll('input, select, textarea')]
    expect(fields.length).toBeGreaterThan(10)
    expect(fields.filter((one) => one.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_PRECEDING)).toEqual([])
    expect(button.compareDocumentPosition(screen.getByRole('region', { name: 'Ce que cela donne' })) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  it('names everything that is missing before it asks the server', async () => {
    const { user, api } = await editor('nouvelle?date=2026-11-24')
    await user.click(screen.getByLabelText('mardi'))
    await fireEvent.update(screen.getByLabelText('À'), '08:00')
    await user.click(screen.getByRole('button', { name: 'Créer la permanence' }))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toMatch(/au moins une démarche.*au moins un jour.*vient après l’heure de début/)
    expect(document.activeElement).toBe(alert)
    expect(last(api, 'POST', '/permanences')).toBeUndefined()
    await fireEvent.update(screen.getByLabelText('À'), '12:00')
    await waitFor(() => expect(alert.textContent).not.toMatch(/heure de début/))
  })

  it('comes two weeks in three, which needs an end; every second Tuesday of a month; or on single dates', async () => {
    const { user, api } = await editor('nouvelle?date=2026-11-24')
    await user.click(screen.getByLabelText(/Demander une aide au logement/))
    await user.selectOptions(screen.getByLabelText('Quelles semaines'), '2of3')
    await user.click(screen.getByRole('button', { name: 'Créer la permanence' }))
    expect((await screen.findByRole('alert')).textContent).toContain('une date de fin est nécessaire')
    await fireEvent.update(screen.getByLabelText('Jusqu’au'), '2027-01-31')
    await screen.findByText(/Deux semaines sur trois, le mardi/)
    await waitFor(() => expect(form(api, '/permanence-previews')?.exceptions).toEqual([{ date: '2026-12-08', kind: 'skipped' }, { date: '2026-12-29', kind: 'skipped' }, { date: '2027-01-19', kind: 'skipped' }]))
    await user.click(screen.getByLabelText(/Un certain jour du mois/))
    await user.click(screen.getByLabelText('2e fois'))
    await screen.findByText(/Le 2e et le 4e mardi de chaque mois/)
    await user.click(screen.getByLabelText('Des dates une par une'))
    await user.click(screen.getByRole('button', { name: 'Ajouter une date' }))
    await screen.findByText(/Le mardi 24 novembre 2026 et le mardi 1er décembre 2026/)
    await waitFor(() => expect(form(api, '/permanence-previews')).toMatchObject({ rrule: 'FREQ=DAILY;COUNT=1', exceptions: [{ date: '2026-12-01', kind: 'added' }] }))
  })

  it('says conflicts before it is saved, which forbid nothing: one closed day must not stop a series', async () => {
    const api = fakeApi()
    const at = { start: '2026-11-24T09:00:00+01:00', end: '2026-11-24T12:00:00+01:00' }
    const closed = { ...at, kind: 'closed' as const, severity: 'blocking' as const, text: 'La maison est fermée (Travaux).' }
    const room = { ...at, kind: 'room' as const, severity: 'warning' as const, date: '2026-12-08', text: 'Le Bureau 2 est déjà pris.' }
    api.planning.found.conflicts = [room, { ...closed, date: '2026-11-24' }, { ...closed, date: '2026-12-01' }]
    const { user } = await editor('nouvelle?date=2026-11-24', api)
    await user.click(screen.getByLabelText(/Demander une aide au logement/))
    await screen.findByText('3 points à regarder. 4 séances dans les six semaines.')
    const [worst, other] = screen.getAllByText(/Pas à ce moment|Attention/).map((one) => one.closest('li')!.textContent)
    expect(worst).toMatch(/Pas à ce moment : La maison est fermée.*mardi 24 novembre, mardi 1er décembre/)
    expect(other).toMatch(/Attention : Le Bureau 2/)
    await user.click(screen.getByRole('button', { name: 'Créer la permanence' }))
    await screen.findByText(/La permanence est créée/)
    expect(last(api, 'POST', '/permanences')!.body).toMatchObject({ rrule: 'FREQ=WEEKLY;BYDAY=TU' })
  })

  it('warns of a partner that takes its appointments on its own site', async () => {
    const { user } = await editor('nouvelle')
    await user.selectOptions(screen.getByLabelText('Qui tient la permanence'), 'ft')
    await screen.findByText(/prend ses rendez-vous sur son propre site : https:\/\/rdv.exemple.fr/)
    expect(screen.queryByLabelText('Demander une aide au logement')).toBeNull()
  })
})

describe('a change', () => {
  beforeEach(emptyStores)

  it('of one day takes other times for that day alone', async () => {
    const { user, api } = await editor('p1?date=2026-11-24')
    expect(screen.getByLabelText<HTMLInputElement>('Seulement le mardi 24 novembre').checked).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Rien n’a changé')
    await fireEvent.update(screen.getByLabelText('De'), '14:00')
    await fireEvent.update(screen.getByLabelText('À'), '16:00')
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    await screen.findByText('La permanence est modifiée.')
    expect(last(api, 'POST', '/permanence-changes')!.body).toMatchObject({ permanenceId: 'p1', scope: 'one', date: '2026-11-24', form: { from: '14:00', to: '16:00', rrule: 'FREQ=WEEKLY;BYDAY=TU,TH' } })
    expect(last(api, 'POST', '/permanence-changes')!.headers.get('If-Match')).toBe('"3"')
  })

  it('of one day may put it on another', async () => {
    const { user, api } = await editor('p1?date=2026-11-24&seance=s1')
    expect(screen.getByRole('link', { name: /Voir la séance/ }).getAttribute('href')).toBe('/equipe/maisons/moyaux/seances/s1')
    await fireEvent.update(screen.getByLabelText('Le'), '2026-11-25')
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    await screen.findByText('La permanence est modifiée.')
    expect(last(api, 'POST', '/permanence-changes')!.body).toMatchObject({ scope: 'one', date: '2026-11-24', form: { firstDate: '2026-11-25' } })
  })

  it('of one day that people have read of is called off with a reason, on the session’s own page', async () => {
    const api = fakeApi()
    api.on('GET /sessions/s1', () => ok({ ...api.partners.sessions.find(({ id }) => id === 'n2')!, id: 's1', date: '2026-11-24' }))
    const { user, router } = await editor('p1?date=2026-11-24&seance=s1', api)
    const away = await screen.findByRole('link', { name: 'La permanence n’a pas lieu : l’annuler' })
    expect(screen.queryByRole('radio', { name: /n’a pas lieu/ })).toBeNull()
    await user.click(away)
    await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/equipe/maisons/moyaux/seances/s1?annuler='))
    const dialog = within(await screen.findByRole('dialog', { name: 'Annuler cette permanence ?' }))
    await dialog.findByLabelText('Pourquoi')
    dialog.getByText('12 personnes ont rendez-vous.')
  })

  it('of one day whose session is over, or not there, may still take it out of the calendar', async () => {
    const { unmount } = await editor('p1?date=2026-11-24&seance=gone')
    await screen.findByRole('radio', { name: /n’a pas lieu/ })
    unmount()
    const api = fakeApi()
    let cut = true
    api.on('GET /sessions/s1', () => (cut ? problem(503, 'busy') : ok({ ...api.partners.sessions[0]!, actions: ['markHeld'] })))
    const { user } = await editor('p1?date=2026-11-24&seance=s1', api)
    cut = false
    await user.click(await screen.findByRole('button', { name: 'Réessayer' }))
    await screen.findByRole('radio', { name: /n’a pas lieu/ })
  })

  it('may leave one day out', async () => {
    const { user, api } = await editor('p1?date=2026-11-24')
    await user.click(screen.getByLabelText(/n’a pas lieu/))
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    await screen.findByText('La permanence est modifiée.')
    expect(last(api, 'POST', '/permanence-changes')!.body).toEqual({ permanenceId: 'p1', scope: 'one', date: '2026-11-24', decisions: [] })
  })

  it('of this day and the following ones, or of the whole series, shows every field', async () => {
    const { user, api } = await editor('p1?date=2026-11-24')
    await user.click(screen.getByLabelText('Le mardi 24 novembre et toutes les séances suivantes'))
    expect(valueOf('Salle ou bureau (facultatif)')).toBe('Bureau 2')
    expect(screen.getByLabelText<HTMLSelectElement>('Qui tient la permanence').disabled).toBe(true)
    await fireEvent.update(screen.getByLabelText('Durée d’un créneau, en minutes'), '20')
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    await screen.findByText('La permanence est modifiée.')
    expect(last(api, 'POST', '/permanence-changes')!.body).toMatchObject({ scope: 'following', date: '2026-11-24', form: { slotMinutes: 20 } })
  })

  it('shows a rule that it cannot say, and keeps it', async () => {
    const { user, api } = await editor('p3')
    expect(screen.getAllByText(/FREQ=YEARLY;BYMONTH=3;BYDAY=1MO/).length).toBeGreaterThan(0)
    await fireEvent.update(screen.getByLabelText('Salle ou bureau (facultatif)'), 'Bureau 1')
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    await screen.findByText('La permanence est modifiée.')
    expect(form(api)).toMatchObject({ rrule: 'FREQ=YEARLY;BYMONTH=3;BYDAY=1MO', room: 'Bureau 1' })
  })
})

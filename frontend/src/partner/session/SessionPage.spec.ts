import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, list, ok, problem } from '@/testing/fakeApi'
import { RURAL, YANN } from '@/testing/fakePartners'
import { clock } from '@/time'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'
import { SLOTS } from '@/testing/world'
import { card, said, session } from '@/testing/partner'

describe('a session', () => {
  beforeEach(emptyStores)

  it('says who comes, for what, with which papers, for the first time or again', async () => {
    await session()
    screen.getByRole('heading', { level: 1, name: /^lundi 23 novembre, de 8.h.30 à 12.h$/ })
    screen.getByText(/Bureau 2/)
    const jeanne = card(/Jeanne Lefèvre/)
    jeanne.getByText('première visite')
    jeanne.getByText('Papiers demandés (4)')
    jeanne.getByText('Pièce d\'identité en cours de validité')
    jeanne.getByText('Est là, numéro R003 : reçu(e)')
    expect(jeanne.getByRole('link', { name: /Appeler Jeanne Lefèvre/ }).getAttribute('href')).toBe('tel:+33231000001')
    card(/Paul Martin/).getByText('suivi')
    card(/Anne Morel/).getByText('Aucun papier n’est demandé.')
    expect(await axeFindings()).toEqual([])
  })

  it('marks each visit in one press, then what was done', async () => {
    const { user, marks } = await session()
    await user.click(card(/Jeanne/).getByRole('button', { name: 'Venu(e)' }))
    await said(/Jeanne Lefèvre : venu\(e\)/)
    await user.click(card(/Jeanne/).getByRole('button', { name: 'Réglé' }))
    await user.click(card(/Paul/).getByRole('button', { name: 'Absent(e)' }))
    await user.click(card(/Anne/).getByRole('button', { name: 'Papiers manquants' }))
    await said(/2 venues, 1 absente/)
    expect(marks().map(({ path, headers, body }) => [path.split('/')[2], headers.get('If-Match'), body])).toEqual([
      ['ABCD-EFGH', '"0"', { outcome: 'attended', papersMissing: false }],
      ['ABCD-EFGH', '"1"', { outcome: 'attended', papersMissing: false, channel: 'counter', result: 'solved' }],
      ['JKLM-2345', '"0"', { outcome: 'absent' }],
      ['WXYZ-6789', '"0"', { outcome: 'attended', papersMissing: true }],
    ])
    expect(card(/Paul/).queryByText('Ce qui a été fait')).toBeNull()
    expect(card(/Paul/).queryByRole('button', { name: /rendez-vous suivant/ })).toBeNull()
    expect(await axeFindings()).toEqual([])
  })

  it('a correction keeps what was said before, and shows it', async () => {
    const { user } = await session()
    await user.click(card(/Paul/).getByRole('button', { name: 'Absent(e)' }))
    await said(/Paul Martin : absent/)
    await user.click(card(/Paul/).getByRole('button', { name: 'Excusé(e)' }))
    await said(/Paul Martin : excusé/)
    const history = card(/Paul/).getByText('Ce qui a été noté, dans l’ordre').closest('details')!
    history.open = true
    history.dispatchEvent(new Event('toggle'))
    await within(history).findByText(/^Absent\(e\), lundi 23 novembre à.9.h \(yann\)/)
  })

  it('writes a note, which stays written when it is refused', async () => {
    const { api, user, marks } = await session()
    await user.click(card(/Jeanne/).getByRole('button', { name: 'Venu(e)' }))
    await user.click(await card(/Jeanne/).findByRole('button', { name: 'Note sur Jeanne Lefèvre' }))
    const field = card(/Jeanne/).getByLabelText('Note sur Jeanne Lefèvre')
    await waitFor(() => expect(document.activeElement).toBe(field))
    await user.type(field, 'Revient avec son bail')
    let cut = true
    api.on('PUT /bookings/ABCD-EFGH/attendance', (_, body) => (cut ? problem(503, 'busy', { detail: '' }) : ok(api.partners.note('ABCD-EFGH', body as never))))
    await user.click(card(/Jeanne/).getByRole('button', { name: 'Enregistrer la note' }))
    await waitFor(() => expect(screen.getAllByRole('alert').some((one) => one.textContent)).toBe(true))
    expect(field).toHaveProperty('value', 'Revient avec son bail')
    cut = false
    await user.click(card(/Jeanne/).getByRole('button', { name: 'Enregistrer la note' }))
    await card(/Jeanne/).findByText('Revient avec son bail')
    expect(marks().at(-1)!.body).toEqual({ outcome: 'attended', papersMissing: false, channel: 'counter', note: 'Revient avec son bail' })
  })

  it('does not overwrite what a colleague noted meanwhile, and shows it', async () => {
    const { api, user } = await session()
    api.partners.note('JKLM-2345', { outcome: 'excused' })
    await user.click(card(/Paul/).getByRole('button', { name: 'Absent(e)' }))
    await screen.findByText('Quelqu’un d’autre vient de noter cette personne.')
    await waitFor(() => expect(card(/Paul/).getByRole('button', { name: 'Excusé(e)' }).getAttribute('aria-pressed')).toBe('true'))
  })

  it('notes everybody as there in one press, and takes it back', async () => {
    clock.now = () => new Date('2026-11-23T08:45:00Z')
    const { user } = await session()
    await user.click(card(/Paul/).getByRole('button', { name: 'Absent(e)' }))
    await said(/Paul Martin : absent/)
    // Anne's time has not come yet.
    await user.click(screen.getByRole('button', { name: 'Toutes venues (1 à noter)' }))
    await said(/1 personne notée venue/)
    await said(/1 venue, 1 absente, 1 à noter/)
    await user.click(screen.getByRole('button', { name: 'Revenir en arrière' }))
    await said(/1 absente, 2 à noter/)
  })

  it('books the next appointment on the spot, with the same partner', async () => {
    const api = fakeApi()
    // The house serves this procedure too, at other hours.
    api.on('GET /slots', () => list(SLOTS.map((slot) => ({ ...slot, partnerId: slot.start.startsWith('2026-11-26') ? RURAL.id : undefined }))))
    const { user } = await session('n1', api)
    await user.click(card(/Jeanne/).getByRole('button', { name: 'Venu(e)' }))
    await user.click(await card(/Jeanne/).findByRole('button', { name: 'À poursuivre' }))
    await user.click(await card(/Jeanne/).findByRole('button', { name: 'Prendre le rendez-vous suivant de Jeanne Lefèvre' }))
    const time = await screen.findByRole('button', { name: /26 novembre à.10.h/ })
    expect(screen.queryByRole('button', { name: /24 novembre à/ })).toBeNull()
    await user.click(time)
    await user.click(await screen.findByRole('button', { name: /^Oui, réserver : jeudi 26 novembre/ }))
    await said(/Jeanne Lefèvre : rendez-vous suivant pris, jeudi 26 novembre à.10.h/)
    card(/Jeanne/).getByText(/^Rendez-vous suivant : jeudi 26 novembre/)
    const sent = api.calls.find(({ path }) => path.endsWith('/follow-up'))!
    expect(sent.body).toEqual({ slotId: '2026-11-26-10:00', procedureId: 'housing' })
    expect(sent.headers.get('Idempotency-Key')).toBeTruthy()
  })

  it('before its start nothing is noted, and it says when', async () => {
    await session('n2')
    screen.getByText('Personne n’a rendez-vous pour le moment.')
    screen.getByText(/La maison ne sait pas encore si cette permanence aura lieu/)
    expect(screen.queryByRole('button', { name: 'Venu(e)' })).toBeNull()
  })

  it('is confirmed here too, and says whether somebody came to hold it', async () => {
    const { user, unmount } = await session('n2')
    await user.click(screen.getByRole('button', { name: /^Je serai là/ }))
    await said(/Confirmée/)
    unmount()
    const past = await session('n0')
    await past.user.click(screen.getByRole('button', { name: 'Non, personne n’est venu' }))
    await screen.findByText('Personne n’est venu la tenir')
  })

  it('puts a slip right: who held it is asked as long as it may be said', async () => {
    const { user, api } = await session('n0')
    await user.click(screen.getByRole('button', { name: 'Non, personne n’est venu' }))
    await screen.findByText('Personne n’est venu la tenir')
    const [yes, no] = within(screen.getByRole('group', { name: 'La permanence est-elle tenue ?' })).getAllByRole('button')
    expect([yes, no].map((one) => one!.getAttribute('aria-pressed'))).toEqual(['false', 'true'])
    await user.click(no!)
    await user.click(yes!)
    await waitFor(() => expect(yes!.getAttribute('aria-pressed')).toBe('true'))
    expect(api.calls.filter(({ path }) => path === '/sessions/n0/held').map(({ body }) => body.partnerAttendance)).toEqual(['absent', 'present'])
    expect(await axeFindings()).toEqual([])
  })

  it('where nobody came it can still be cancelled, and that be corrected', async () => {
    const { user } = await session('n1')
    await user.click(screen.getByRole('button', { name: 'Non, personne n’est venu' }))
    await screen.findByText('Personne n’est venu la tenir')
    await user.click(screen.getByRole('button', { name: /^Un empêchement/ }))
    screen.getByRole('button', { name: 'Annuler la permanence' })
    await user.click(screen.getByRole('button', { name: 'Oui' }))
    await waitFor(() => expect(screen.queryByText('Personne n’est venu la tenir')).toBeNull())
  })

  it('prints with a box for each outcome', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    const { user, container } = await session()
    await user.click(screen.getByRole('button', { name: 'Imprimer la liste' }))
    expect(print).toHaveBeenCalled()
    const rows = [...container.querySelectorAll('.paper tbody tr')]
    expect(rows).toHaveLength(3)
    expect(rows[0]!.textContent).toMatch(/Jeanne Lefèvre.*première visite.*Permis de conduire.*Venu\(e\)Absent\(e\)Excusé\(e\)Papiers manquants/s)
  })

  it('that is not one’s own is not there', async () => {
    loggedIn()
    const api = fakeApi()
    api.on('GET /me', () => ok(YANN))
    await openAt('/partenaire/seances/other', api)
    await screen.findByText('Nous n’avons rien trouvé à cette adresse')
  })

  it('is open to the house from its board', async () => {
    loggedIn()
    const { user, router } = await openAt('/equipe/maisons/moyaux')
    await user.click(await screen.findByRole('link', { name: 'Familles rurales' }))
    await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/equipe/maisons/moyaux/seances/n2'))
    await screen.findByRole('button', { name: 'Retour à l’accueil' })
    await router.push('/equipe/maisons/moyaux/seances/n1')
    await user.click(await screen.findByRole('link', { name: 'Jeanne Lefèvre' }))
    await waitFor(() => expect(router.currentRoute.value.name).toBe('staffBooking'))
  })
})

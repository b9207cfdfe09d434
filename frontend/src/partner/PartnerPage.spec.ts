import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, openAt } from '@/testing/harness'
import { card, said, space } from '@/testing/partner'

const NEXT = /24 novembre/

describe('the space of a partner’s agent', () => {
  beforeEach(emptyStores)

  it('asks to log in first', async () => {
    await openAt('/partenaire')
    await screen.findByRole('button', { name: 'Se connecter' })
  })

  it('shows first what is to confirm now, unmistakably, then each day in every house', async () => {
    await space()
    screen.getByText('Pour Familles rurales')
    const headings = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent?.trim())
    expect(headings).toEqual(['1 permanence à confirmer maintenant', 'Semaine du 23 novembre 3 permanences, 1 à confirmer'])
    expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent?.trim())).toEqual(
      expect.arrayContaining(['lundi 23 novembre (aujourd’hui)', 'jeudi 26 novembre']),
    )
    const pressing = within(screen.getByRole('region', { name: /à confirmer maintenant/ }))
    pressing.getByText('Pas encore confirmée')
    pressing.getByText(/la maison ne sait pas encore/i)
    screen.getByText('Tenue par vous')
    card(/Sées/).getByText(/À confirmer avant mardi 24 novembre à.9.h/)
    screen.getByText('Annulée : Formation')
    expect(await axeFindings()).toEqual([])
  })

  it('keeps today whole, other days to a line that opens, and later weeks folded', async () => {
    const api = fakeApi()
    const [today] = api.partners.sessions.slice(1)
    api.partners.sessions.push({ ...today!, id: 'n9', date: '2026-12-03', start: '2026-12-03T09:00:00+01:00', end: '2026-12-03T12:00:00+01:00' })
    const { user } = await space('/partenaire', api)
    expect(card(/8.h.30/).getByRole('link', { name: /^Noter les présences|^Qui vient/ })).toBeTruthy()
    expect(card(/Sées/).queryByRole('link')).toBeNull()
    await user.click(card(/Sées/).getByRole('button', { expanded: false }))
    card(/Sées/).getByRole('link', { name: /^Qui vient/ })
    const later = screen.getByRole('button', { name: /^Semaine du 30 novembre 1 permanence$/, expanded: false })
    expect(screen.queryByRole('heading', { name: 'jeudi 3 décembre' })).toBeNull()
    await user.click(later)
    screen.getByRole('heading', { name: 'jeudi 3 décembre' })
    expect(await axeFindings()).toEqual([])
  })

  it('confirms in one press, keeps the card in its place, and takes it back in another', async () => {
    const { user, sent } = await space()
    await user.click(card(NEXT).getByRole('button', { name: /^Je serai là/ }))
    await said(/Confirmée : mardi 24 novembre à.14.h, France services de Moyaux/)
    card(NEXT).getByText('Confirmée')
    await waitFor(() => expect(document.activeElement?.id).toBe('session-n2'))
    await user.click(screen.getByRole('button', { name: 'Revenir en arrière' }))
    await said(/Confirmation retirée/)
    card(NEXT).getByText('Pas encore confirmée')
    expect(sent().map(([method, at]) => `${method} ${at}`)).toEqual(['POST /sessions/n2/confirmation', 'DELETE /sessions/n2/confirmation'])
  })

  it('by keyboard alone: the trouble is one press away, the delay another, and undone', async () => {
    const { user, sent } = await space()
    card(NEXT).getByRole('button', { name: /Un empêchement/ }).focus()
    await user.keyboard('{Enter}')
    card(NEXT).getByRole('button', { name: 'Je serai en retard' }).focus()
    await user.keyboard('{Enter}')
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '20 minutes' }))
    await said(/20 minutes de retard annoncées/)
    card(NEXT).getByText('20 minutes de retard annoncées')
    await user.click(screen.getByRole('button', { name: 'Revenir en arrière' }))
    await said(/Plus de retard annoncé/)
    expect(sent().map(([, , body]) => body)).toEqual([{ minutes: 20 }, { minutes: 0 }])
  })

  it('hands over to a colleague', async () => {
    const { user, sent } = await space()
    await user.click(card(NEXT).getByRole('button', { name: /Un empêchement/ }))
    await user.click(card(NEXT).getByRole('button', { name: 'Un collègue me remplace' }))
    const dialog = within(screen.getByRole('dialog'))
    await user.click(await dialog.findByRole('button', { name: 'Passer la permanence' }))
    dialog.getByText('Choisissez un collègue.')
    await user.click(dialog.getByLabelText('Zoé Petit'))
    await user.click(dialog.getByRole('button', { name: 'Passer la permanence' }))
    await said(/Tenue par Zoé Petit/)
    card(NEXT).getByText('Tenue par Zoé Petit')
    expect(sent()).toEqual([['POST', '/sessions/n2/handover', { agent: 'zoe' }]])
  })

  it('cancels only after showing whom it concerns and asking why', async () => {
    const { user, sent } = await space()
    await user.click(card(NEXT).getByRole('button', { name: /Un empêchement/ }))
    await user.click(card(NEXT).getByRole('button', { name: 'Annuler la permanence' }))
    const dialog = within(screen.getByRole('dialog'))
    await dialog.findByText('12 personnes ont rendez-vous.')
    dialog.getByText(/^9 reçoivent aussitôt un message/)
    dialog.getByText(/^3 ne peuvent pas recevoir de message/)
    expect(await axeFindings()).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Annuler et prévenir 12 personnes' }))
    dialog.getByText('Écrivez pourquoi, en quelques mots.')
    expect(sent()).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Formation' }))
    await user.click(dialog.getByRole('button', { name: 'Annuler et prévenir 12 personnes' }))
    await said(/Annulée : .*Prévenues par message : 9\. À appeler par la maison : 3\./)
    card(NEXT).getByText('Annulée : Formation')
    expect(sent()).toEqual([['POST', '/sessions/n2/cancellation', { reason: 'Formation' }]])
    expect(screen.queryByRole('button', { name: 'Revenir en arrière' })).toBeNull()
  })

  it('keeps the reason when the cancelling is refused, and says why where it was asked', async () => {
    const { api, user } = await space()
    let refused = true
    api.on('POST /sessions/n2/cancellation', () => (refused ? problem(503, 'busy', { detail: 'Trop de monde.' }) : ok(api.partners.fall)))
    await user.click(card(NEXT).getByRole('button', { name: /Un empêchement/ }))
    await user.click(card(NEXT).getByRole('button', { name: 'Annuler la permanence' }))
    const dialog = within(screen.getByRole('dialog'))
    await user.type(await dialog.findByLabelText('Pourquoi'), 'Route coupée')
    await user.click(dialog.getByRole('button', { name: 'Annuler et prévenir 12 personnes' }))
    await dialog.findByRole('alert')
    expect(dialog.getByLabelText('Pourquoi')).toHaveProperty('value', 'Route coupée')
    refused = false
    // People are told by now: a list that cannot be read must not say that it was refused.
    api.on('GET /sessions/n2', () => problem(503, 'busy'))
    await user.click(dialog.getByRole('button', { name: 'Annuler et prévenir 12 personnes' }))
    await said(/Annulée : .*Prévenues par message : 9/)
    card(NEXT).getByText('Annulée : Route coupée')
    expect(screen.queryByRole('dialog')).toBeNull()
    await waitFor(() => expect(document.activeElement?.id).toBe('session-n2'))
  })

  it('keeps the chosen colleague when handing over is refused', async () => {
    const { api, user } = await space()
    api.on('POST /sessions/n2/handover', () => problem(409, 'session-action-not-allowed', { detail: 'Cette permanence est annulée.' }))
    await user.click(card(NEXT).getByRole('button', { name: /Un empêchement/ }))
    await user.click(card(NEXT).getByRole('button', { name: 'Un collègue me remplace' }))
    const dialog = within(screen.getByRole('dialog'))
    await user.click(await dialog.findByLabelText('Zoé Petit'))
    await user.click(dialog.getByRole('button', { name: 'Passer la permanence' }))
    await dialog.findByText('Cette permanence est annulée.')
    expect(dialog.getByLabelText('Zoé Petit')).toHaveProperty('checked', true)
  })

  it('says that it is back although the answer after it was lost', async () => {
    const { api, user } = await space()
    api.on('GET /sessions/n4', () => problem(503, 'busy'))
    await user.click(card(/^de 14/).getByRole('button', { expanded: false }))
    await user.click(screen.getByRole('button', { name: 'Rétablir la permanence' }))
    await user.click(screen.getByRole('button', { name: 'Oui, la rétablir' }))
    await said(/Rétablie/)
    expect(screen.queryByText('Annulée : Formation')).toBeNull()
  })

  it('brings a cancelled one back, saying that nobody is booked again', async () => {
    const { user } = await space()
    await user.click(card(/^de 14/).getByRole('button', { expanded: false }))
    await user.click(screen.getByRole('button', { name: 'Rétablir la permanence' }))
    screen.getByText(/ne sont pas réinscrites/)
    await user.click(screen.getByRole('button', { name: 'Oui, la rétablir' }))
    await said(/Rétablie/)
  })

  it('says what was refused, in the server’s words', async () => {
    const { api, user } = await space()
    api.on('POST /sessions/n2/confirmation', () => problem(409, 'session-action-not-allowed', { detail: 'Cette permanence est annulée.' }))
    await user.click(card(NEXT).getByRole('button', { name: /^Je serai là/ }))
    await screen.findByText('Cette permanence est annulée.')
  })

  it('keeps to one house, and looks back at what is past', async () => {
    const { api, user } = await space()
    await user.selectOptions(screen.getByLabelText('Maison'), 'France services de Sées')
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1))
    await user.selectOptions(screen.getByLabelText('Maison'), 'Toutes les maisons')
    await user.click(screen.getByRole('link', { name: 'Passées' }))
    await screen.findByRole('heading', { level: 3, name: 'lundi 16 novembre' })
    screen.getByText('N’a pas été confirmée')
    // Where it is tomorrow already today is past; where it is not, it is not.
    expect(api.calls.at(-1)!.query).toContain('from=2026-11-09&to=2026-11-24')
    expect(screen.queryByRole('heading', { level: 3, name: /lundi 23 novembre/ })).toBeNull()
  })

  it('has words for no session at all, and for no answer', async () => {
    const api = fakeApi()
    api.partners.sessions.length = 0
    const { unmount } = await space('/partenaire', api)
    screen.getByText('Aucune permanence dans les quatre semaines à venir.')
    unmount()
    const broken = fakeApi()
    broken.on('GET /sessions', () => problem(503, 'busy'))
    await space('/partenaire', broken)
    screen.getByText('Il y a beaucoup de monde')
  })
})

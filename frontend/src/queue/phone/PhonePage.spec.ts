import { fireEvent, screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'
import { slotAt } from '@/testing/world'

const PHONE = '/equipe/maisons/moyaux/rendez-vous'

async function phone(path = PHONE, api = fakeApi()) {
  loggedIn()
  const opened = await openAt(path, api)
  await waitFor(() => expect(document.activeElement?.id).toBe('phone-procedure'))
  return { ...opened, api }
}

describe('a booking by phone', () => {
  beforeEach(emptyStores)

  it('is made with the keyboard alone: procedure, time, name, done', async () => {
    const { user, api } = await phone()
    await user.keyboard('pe')
    await screen.findByRole('option', { name: /permis/ })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/mardi 24 novembre à.9.h$/))
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowUp}{ArrowRight}{Enter}')
    await waitFor(() => expect(document.activeElement?.id).toBe('firstName'))
    await user.keyboard('Jeanne{Tab}Lefèvre{Enter}')
    await screen.findByRole('heading', { name: 'C’est noté' })
    const sent = api.calls.find(({ method, path }) => method === 'POST' && path === '/bookings')!
    expect(sent.body).toEqual({ slotId: '2026-11-24-09:30', procedureId: 'licence', visitor: { firstName: 'Jeanne', lastName: 'Lefèvre', contactBy: 'none' }, from: 'telephone' })
    expect(sent.headers.get('Authorization')).toBe('Bearer bearer')
    expect(screen.getByRole('region', { name: 'À dire à la personne' }).textContent).toContain('ABCD-EFGH')
    screen.getByText('Pièce d\'identité en cours de validité', { selector: '.dictate li' })
    expect(await axeFindings()).toEqual([])
    await user.keyboard('{Escape}')
    await screen.findByRole('heading', { name: '3 personnes attendent' })
  })

  it('keeps the name and offers other times when the slot was just taken', async () => {
    const api = fakeApi()
    api.on('POST /bookings', () => problem(409, 'slot-taken'))
    const { user } = await phone(PHONE, api)
    await user.keyboard('pe')
    await screen.findByRole('option', { name: /permis/ })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.hasAttribute('data-at')).toBe(true))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.id).toBe('firstName'))
    await user.keyboard('Jeanne{Tab}Lefèvre{Enter}')
    await screen.findByText('Cette heure vient d’être prise. Choisissez-en une autre.')
    await user.keyboard('{Enter}')
    expect((await screen.findByLabelText<HTMLInputElement>('Prénom')).value).toBe('Jeanne')
  })

  it('looks beyond the first page and from a later day on', async () => {
    const { user, api } = await phone()
    api.on('GET /slots', (request) => {
      const query = new URL(request.url).searchParams
      if (query.get('from') === '2027-01-12') return ok({ items: [slotAt('2027-01-14', '10:00')], nextCursor: null })
      return query.get('cursor') ? ok({ items: [slotAt('2026-12-15', '11:00')], nextCursor: null }) : ok({ items: [slotAt('2026-11-24', '09:00')], nextCursor: 'next' })
    })
    await user.keyboard('pe')
    await screen.findByRole('option', { name: /permis/ })
    await user.keyboard('{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Autres jours' }))
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/mardi 15 décembre à.11.h$/))
    expect(screen.queryByRole('button', { name: 'Autres jours' })).toBeNull()
    await fireEvent.update(screen.getByLabelText('À partir du'), '2027-01-12')
    await screen.findByRole('button', { name: /jeudi 14 janvier à.10.h/ })
    expect(screen.queryByRole('button', { name: /24 novembre/ })).toBeNull()
    expect(api.calls.filter(({ path }) => path === '/slots').map(({ query }) => new URLSearchParams(query).get('to'))).toEqual(['2027-02-22', '2027-02-22', '2027-04-13'])
    expect(await axeFindings()).toEqual([])
  })

  it('names what is missing', async () => {
    const { user } = await phone()
    await user.keyboard('pe')
    await screen.findByRole('option', { name: /permis/ })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.hasAttribute('data-at')).toBe(true))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.id).toBe('firstName'))
    await user.keyboard('{Enter}')
    expect((await screen.findByRole('alert')).textContent).toMatch(/Écrivez le prénom.*Écrivez le nom/)
  })

  it('books a free slot of today for somebody who is here, and registers the arrival in the same request', async () => {
    const { user, api } = await phone(`${PHONE}?present=1`)
    api.on('GET /slots', (_, __) => ({ status: 200, body: { items: [slotToday()], nextCursor: null } }))
    await user.keyboard('pe')
    await screen.findByRole('option', { name: /permis/ })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.hasAttribute('data-at')).toBe(true))
    expect(api.calls.filter(({ path }) => path === '/slots').at(-1)?.query).toMatch(/from=2026-11-23&to=2026-11-24/)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.id).toBe('firstName'))
    await user.keyboard('Luc{Tab}Roy{Enter}')
    await screen.findByRole('heading', { name: 'Son numéro : R014' })
    expect(api.calls.find(({ path }) => path.endsWith('/arrivals'))?.body).toMatchObject({ slotId: 'now', visitor: { lastName: 'Roy' } })
  })
})

const slotToday = () => ({
  id: 'now', siteId: 'moyaux', partnerId: 'ft', procedureId: 'licence', start: '2026-11-23T10:00:00+01:00', end: '2026-11-23T10:30:00+01:00', capacity: 1, remaining: 1,
})

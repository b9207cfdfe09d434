import { screen, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { ok, problem } from '@/testing/fakeApi'
import { asManager, axeFindings, loggedIn, openAt } from '@/testing/harness'

describe('one agent', () => {
  beforeEach(() => {
    sessionStorage.clear()
    loggedIn()
  })

  it('that somebody else changed meanwhile is not overwritten, and keeps one’s own words over theirs', async () => {
    const api = asManager()
    const { user } = await openAt('/equipe/agents/a1', api)
    const [first, last, email] = await Promise.all(['Prénom', 'Nom', 'E-mail'].map((name) => screen.findByRole<HTMLInputElement>('textbox', { name })))
    await user.clear(first!)
    await user.type(first!, 'Clara')
    await user.clear(email!)
    await user.type(email!, 'clara@example.org')
    Object.assign(api.agents.all[0]!, { firstName: 'Claire-Marie', lastName: 'Dupont', version: 7 })
    api.on('PUT /agents/a1', () => problem(412, 'stale', { detail: 'Marc Roy a changé cet agent.' }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    const news = await screen.findByRole('alert')
    within(news).getByText('Marc Roy a changé cet agent.')
    within(news).getByText('Prénom : « Claire-Marie » de son côté')
    expect([first, last, email].map((field) => field!.value)).toEqual(['Clara', 'Dupont', 'clara@example.org'])
    expect(await axeFindings()).toEqual([])
    api.on('PUT /agents/a1', (_, body) => ok(Object.assign(api.agents.all[0]!, { firstName: body.firstName, version: 8 })))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await screen.findByText('C’est enregistré.')
    const sent = api.calls.filter(({ method }) => method === 'PUT').at(-1)
    expect(sent?.headers.get('If-Match')).toBe('"7"')
    expect(sent?.body).toMatchObject({ firstName: 'Clara', lastName: 'Dupont', email: 'clara@example.org' })
    expect(screen.queryByText(/de son côté/)).toBeNull()
  })

  it('that somebody else changed is shown as such also when the page only read it again', async () => {
    const api = asManager()
    const { user } = await openAt('/equipe/agents/a1', api)
    const first = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Prénom' })
    await user.clear(first)
    await user.type(first, 'Clara')
    Object.assign(api.agents.all[0]!, { firstName: 'Claire-Marie', lastName: 'Dupont', version: 7 })
    api.on('POST /agents/a1/disabling', () => problem(412, 'stale', { detail: 'Marc Roy a changé cet agent.' }))
    await user.click(screen.getByRole('button', { name: 'Désactiver' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Désactiver' }))
    await screen.findByText('La fiche a changé pendant que vous écriviez')
    screen.getByText('Prénom : « Claire-Marie » de son côté')
    expect(first.value).toBe('Clara')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Nom' }).value).toBe('Dupont')
    expect(await axeFindings()).toEqual([])
  })

  it('keep what is typed while somebody is disabled beside it', async () => {
    const { user } = await openAt('/equipe/agents/a1', asManager())
    const first = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Prénom' })
    await user.clear(first)
    await user.type(first, 'Clara')
    await user.click(screen.getByRole('button', { name: 'Désactiver' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Désactiver' }))
    await screen.findByText('L’agent est désactivé.')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Prénom' }).value).toBe('Clara')
    expect(screen.queryByText(/pendant que vous écriviez/)).toBeNull()
  })
})

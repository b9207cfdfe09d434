import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { list } from '@/testing/fakeApi'
import { asManager, emptyStores, loggedIn, openAt } from '@/testing/harness'

const HERE = '/equipe/maisons/moyaux/robots'

describe('what a robot took', () => {
  beforeEach(() => {
    emptyStores()
    loggedIn()
  })

  it('is shown person by person; who left a contact is not ticked', async () => {
    const { getByRole, getByText } = await openAt(HERE, asManager())
    getByRole('heading', { name: '3 rendez-vous depuis une même adresse Internet' })
    expect(getByRole<HTMLInputElement>('checkbox', { name: /Aaa Bbb/ }).checked).toBe(true)
    expect(getByRole<HTMLInputElement>('checkbox', { name: /Jeanne Lefèvre/ }).checked).toBe(false)
    getByText('4 places seront rendues ; personnes prévenues par un message : 0.')
  })

  it('is freed in one act and put back in another', async () => {
    const api = asManager()
    const { getByRole, findByText, user } = await openAt(HERE, api)
    await user.click(getByRole('checkbox', { name: /Ccc Ddd/ }))
    await user.click(getByRole('button', { name: 'Libérer 3 rendez-vous' }))
    await findByText('3 places sont rendues ; personnes prévenues : 0.')
    const sent = api.calls.find(({ method, path }) => method === 'POST' && path === '/sites/moyaux/releases')!
    expect(sent.body).toMatchObject({ references: ['AAAA-AAAA'], groups: ['g1'] })
    expect(sent.headers.get('Idempotency-Key')).toMatch(/^[\da-f-]{36}$/)
    await user.click(getByRole('button', { name: 'Ce n’était pas un robot : tout remettre' }))
    await findByText('2 rendez-vous sont remis ; places déjà reprises : 1.')
  })

  it('asks what the people read as soon as somebody with a contact is ticked', async () => {
    const { getByRole, queryByRole, user } = await openAt(HERE, asManager())
    expect(queryByRole('textbox', { name: /Ce que lisent/ })).toBeNull()
    await user.click(getByRole('button', { name: 'Cocher tout le groupe' }))
    expect(getByRole<HTMLInputElement>('textbox', { name: /Ce que lisent/ }).value).toContain('semblait pris par un programme')
    getByRole('button', { name: 'Libérer 5 rendez-vous' })
  })

  it('says so when nothing looks like one', async () => {
    const api = asManager()
    api.on('GET /sites/(\\w+)/suspects', () => list([]))
    const { findByText } = await openAt(HERE, api)
    await waitFor(() => findByText('Rien ne ressemble à un robot.'))
  })
})

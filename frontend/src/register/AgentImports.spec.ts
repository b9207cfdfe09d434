import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { ok, problem } from '@/testing/fakeApi'
import { asManager, axeFindings, emptyStores, loggedIn, openAt } from '@/testing/harness'

describe('tables of agents that were brought in', () => {
  beforeEach(() => {
    emptyStores()
    loggedIn()
  })

  it('are taken back after one question, or whoever stands in the way is named', async () => {
    const api = asManager()
    const takesBack = api.agents.answers['POST /imports/tables/agents/([^/]+)/undo']!
    api.on('POST /imports/tables/agents/m1/undo', () => problem(409, 'conflict', { errors: [{ field: 'import', message: 'hugo : changé depuis cet import.' }] }))
    const { user } = await openAt('/equipe/agents', api)
    await user.click(await screen.findByText('Tableau'))
    const imports = await screen.findByRole('region', { name: 'Tableaux d’agents importés' })
    const undo = async () => {
      await user.click(await within(imports).findByRole('button', { name: /^Annuler cet import/ }))
      await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Annuler cet import' }))
    }
    expect(await within(imports).findByText('Invités : 1, changés : 1, inchangés : 3.')).toBeTruthy()
    await undo()
    expect(await within(imports).findByText('hugo : changé depuis cet import.')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    api.on('POST /imports/tables/agents/m1/undo', takesBack)
    await undo()
    await waitFor(() => expect(document.activeElement?.textContent).toContain('L’import est annulé : tout le monde est comme avant.'))
    expect(within(imports).getByText(/^Annulé par marc/)).toBeTruthy()
    expect(within(imports).queryByRole('button', { name: /^Annuler/ })).toBeNull()
  })

  it('that never were are said to be none, and a list that cannot be read is asked for again', async () => {
    const api = asManager()
    api.on('GET /imports/tables/agents', () => problem(503, 'busy'))
    const { user } = await openAt('/equipe/agents', api)
    await user.click(await screen.findByText('Tableau'))
    const imports = await screen.findByRole('region', { name: 'Tableaux d’agents importés' })
    const again = await within(imports).findByRole('button', { name: /Réessayer/ }, { timeout: 9000 })
    api.on('GET /imports/tables/agents', () => ok({ items: [], nextCursor: null }))
    await user.click(again)
    expect(await within(imports).findByText('Aucun tableau n’a encore été importé.')).toBeTruthy()
  }, 12_000)
})

import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, ok } from '@/testing/fakeApi'
import { YANN } from '@/testing/fakePartners'
import { emptyStores, loggedIn, openAt } from '@/testing/harness'

async function session() {
  loggedIn()
  const api = fakeApi()
  api.on('GET /me', () => ok(YANN))
  const opened = await openAt('/partenaire/seances/n1', api)
  await screen.findByRole('article', { name: /Paul/ })
  return { ...opened, marks: () => api.calls.filter(({ method, path }) => method === 'PUT' && path.endsWith('/attendance')) }
}
const card = (name: RegExp) => within(screen.getByRole('article', { name }))
const said = (words: RegExp) => waitFor(() => expect(screen.getAllByRole('status').some((one) => words.test(one.textContent ?? ''))).toBe(true))

describe('a mark', () => {
  beforeEach(emptyStores)

  it('a correction is taken back beside the mark', async () => {
    const { user, marks } = await session()
    const back = () => card(/Paul/).queryByRole('button', { name: 'Revenir en arrière' })
    await user.click(card(/Paul/).getByRole('button', { name: 'Absent(e)' }))
    await said(/Paul Martin : absent/)
    expect(back()).toBeNull()
    await user.click(card(/Paul/).getByRole('button', { name: 'Excusé(e)' }))
    await waitFor(() => expect(back()).not.toBeNull())
    expect(screen.getAllByRole('button', { name: 'Revenir en arrière' })).toHaveLength(1)
    await user.click(back()!)
    await said(/^Annulé : Paul Martin : excusé/)
    expect(marks().map(({ body }) => body.outcome)).toEqual(['absent', 'excused', 'absent'])
  })

  it('says in one press that somebody came and what was done', async () => {
    const { user, marks } = await session()
    await user.click(card(/Paul/).getByRole('button', { name: 'Réglé' }))
    await said(/Paul Martin : venu/)
    expect(marks().map(({ body }) => body)).toEqual([{ outcome: 'attended', papersMissing: false, result: 'solved' }])
  })
})

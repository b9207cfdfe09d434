import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { axeFindings, emptyStores } from '@/testing/harness'
import { card, said, session } from '@/testing/partner'

describe('a mark', () => {
  beforeEach(emptyStores)

  it('a correction is taken back beside the mark', async () => {
    const { user, marks } = await session()
    const back = () => card(/Paul/).queryByRole('button', { name: 'Revenir en arrière' })
    await user.click(card(/Paul/).getByRole('button', { name: 'Absent(e)' }))
    await said(/Paul Martin : absent/)
    await user.click(card(/Paul/).getByRole('button', { name: 'Excusé(e)' }))
    await said(/Paul Martin : excusé/)
    expect(screen.getAllByRole('button', { name: 'Revenir en arrière' })).toHaveLength(1)
    await user.click(back()!)
    await said(/^Annulé : Paul Martin : excusé/)
    expect(marks().map(({ body }) => body.outcome)).toEqual(['absent', 'excused', 'absent'])
  })

  it('the first one is taken back beside it, or later by its own button; the history says so', async () => {
    const { user, api } = await session()
    const unsaid = () => api.calls.filter(({ method, path }) => method === 'DELETE' && path.endsWith('/attendance')).length
    const pressed = () => card(/Paul/).getByRole('button', { name: 'Absent(e)' }).getAttribute('aria-pressed')
    await user.click(card(/Paul/).getByRole('button', { name: 'Absent(e)' }))
    await said(/Paul Martin : absent/)
    await user.click(card(/Paul/).getByRole('button', { name: 'Revenir en arrière' }))
    await said(/^Annulé : Paul Martin : absent/)
    expect([unsaid(), pressed()]).toEqual([1, 'false'])
    expect(card(/Paul/).queryByRole('button', { name: /^Annuler ce qui est noté/ })).toBeNull()

    await user.click(card(/Paul/).getByRole('button', { name: 'Absent(e)' }))
    await said(/Paul Martin : absent/)
    await user.click(card(/Paul/).getByRole('button', { name: 'Annuler ce qui est noté de Paul Martin' }))
    await said(/Paul Martin : plus rien de noté/)
    expect([unsaid(), pressed()]).toEqual([2, 'false'])
    expect(document.activeElement?.textContent).toContain('Paul Martin')
    await user.click(card(/Paul/).getByRole('button', { name: 'Revenir en arrière' }))
    await waitFor(() => expect(pressed()).toBe('true'))
    await user.click(card(/Paul/).getByText('Ce qui a été noté, dans l’ordre'))
    await card(/Paul/).findAllByText(/Absent\(e\).* – annulé/)
    expect(await axeFindings()).toEqual([])
  })

  it('says in one press that somebody came and what was done', async () => {
    const { user, marks } = await session()
    await user.click(card(/Paul/).getByRole('button', { name: 'Réglé' }))
    await said(/Paul Martin : venu/)
    expect(marks().map(({ body }) => body)).toEqual([{ outcome: 'attended', papersMissing: false, result: 'solved' }])
  })
})

import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyStores } from '@/testing/harness'
import { card, said, session } from '@/testing/partner'

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

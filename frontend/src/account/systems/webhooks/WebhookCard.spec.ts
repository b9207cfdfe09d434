import { screen, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { asAdmin, axeFindings, loggedIn, openAt } from '@/testing/harness'

describe('an address of another system', () => {
  beforeEach(() => {
    sessionStorage.clear()
    loggedIn()
  })

  it('gets another secret with the overlap that is chosen', async () => {
    const { user, api } = await openAt('/equipe/logiciels/s1', asAdmin())
    await user.click(await screen.findByRole('button', { name: /^Changer le secret.*w1$/ }))
    const dialog = await screen.findByRole('dialog', { name: /^Changer le secret/ })
    expect(await axeFindings()).toEqual([])
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'L’ancien secret reste valable' }), 'Plus du tout')
    await user.click(within(dialog).getByRole('button', { name: 'Changer le secret' }))
    await screen.findByText('whsec_another-one')
    expect(api.calls.find(({ path }) => path.endsWith('/secret'))?.body).toEqual({ overlapHours: 0 })
  })
})

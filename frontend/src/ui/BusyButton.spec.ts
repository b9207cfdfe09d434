import { render, screen, waitFor } from '@testing-library/vue'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { defineComponent, ref } from 'vue'
import BusyButton from './BusyButton.vue'

function two() {
  const busy = ref(false)
  const Form = defineComponent({
    components: { BusyButton },
    setup: () => ({ busy, send: () => (busy.value = true) }),
    template: `<form @submit.prevent="send"><input aria-label="x" /><BusyButton type="submit" :busy says="saving" aria-label="Garder tout">Garder</BusyButton><BusyButton :busy>Autre</BusyButton></form>`,
  })
  render(Form)
  return { busy, user: userEvent.setup() }
}

describe('a button that sends', () => {
  it('says so in words, keeps the focus, and speaks for itself alone', async () => {
    const { busy, user } = two()
    await user.type(screen.getByLabelText('x'), 'a{Enter}')
    const sending = await screen.findByRole('button', { name: 'Enregistrement…' })
    expect(sending.textContent).toBe('Enregistrement…')
    expect([sending.getAttribute('aria-busy'), sending.getAttribute('aria-disabled')]).toEqual(['true', 'true'])
    const other = screen.getByRole('button', { name: 'Autre' })
    expect([other.getAttribute('aria-busy'), other.getAttribute('aria-disabled')]).toEqual([null, 'true'])
    busy.value = false
    expect((await screen.findByRole('button', { name: 'Garder tout' })).getAttribute('aria-disabled')).toBeNull()
  })

  it('that only opened something does not speak for what is sent later', async () => {
    const { busy, user } = two()
    await user.click(screen.getByRole('button', { name: 'Autre' }))
    await new Promise((resolve) => setTimeout(resolve, 5))
    busy.value = true
    await waitFor(() => expect(screen.getByText('Autre').getAttribute('aria-disabled')).toBe('true'))
    expect(screen.queryByText('Envoi…')).toBeNull()
  })
})

import { screen } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyStores, loggedIn, openAt } from '@/testing/harness'

async function late() {
  loggedIn()
  const opened = await openAt('/equipe/maisons/moyaux/saisie')
  await screen.findByLabelText('Démarche')
  const sent = () => opened.api.calls.filter(({ path }) => path.endsWith('/late-entries')).map(({ body }) => body)
  return { ...opened, sent }
}

describe('entry after a cut', () => {
  beforeEach(emptyStores)

  it('takes a line with the real times of the house, and is ready for the next', async () => {
    const { user, sent } = await late()
    await user.selectOptions(screen.getByLabelText('Démarche'), 'licence')
    await user.type(screen.getByLabelText('Heure d’arrivée'), '08:05')
    await user.type(screen.getByLabelText('Reçu à (facultatif)'), '08:15')
    await user.type(screen.getByLabelText('Fin à (facultatif)'), '08:40')
    await user.click(screen.getByRole('button', { name: 'Enregistrer la ligne' }))
    await screen.findByText('Enregistré : A014.')
    expect(sent()).toEqual([{
      procedureId: 'licence',
      arrivedAt: '2026-11-23T08:05:00+01:00',
      startedAt: '2026-11-23T08:15:00+01:00',
      endedAt: '2026-11-23T08:40:00+01:00',
      outcome: 'done',
    }])
    expect(document.activeElement?.id).toBe('late-procedure')
  })

  it('takes somebody with an appointment', async () => {
    const { user, sent } = await late()
    await user.click(screen.getByLabelText('Avec rendez-vous'))
    await user.selectOptions(screen.getByLabelText('Rendez-vous'), 'WXYZ-6789')
    await user.type(screen.getByLabelText('Heure d’arrivée'), '08:31')
    await user.selectOptions(screen.getByLabelText('Résultat'), 'waiting')
    await user.click(screen.getByRole('button', { name: 'Enregistrer la ligne' }))
    await screen.findByText(/Enregistré/)
    expect(sent()[0]).toEqual({ reference: 'WXYZ-6789', arrivedAt: '2026-11-23T08:31:00+01:00', outcome: 'waiting' })
  })

  it('names what is missing or out of order before it sends anything', async () => {
    const { user, sent } = await late()
    await user.type(screen.getByLabelText('Heure d’arrivée'), '08:30')
    await user.type(screen.getByLabelText('Fin à (facultatif)'), '08:10')
    await user.click(screen.getByRole('button', { name: 'Enregistrer la ligne' }))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Choisissez un rendez-vous ou une démarche.')
    expect(alert.textContent).toContain('Les heures ne se suivent pas.')
    expect(sent()).toEqual([])
  })
})

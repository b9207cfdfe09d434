import { fireEvent, screen, waitFor } from '@testing-library/vue'
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

  it('takes the sheet of an earlier day, in the hours of that day', async () => {
    const { user, sent, api } = await late()
    await fireEvent.change(screen.getByLabelText('Jour de la feuille'), { target: { value: '2026-11-20' } })
    await waitFor(() => expect(api.calls.some(({ query }) => query === '?date=2026-11-20')).toBe(true))
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Jour de la feuille').value).toBe('2026-11-20'))
    await user.selectOptions(screen.getByLabelText('Démarche'), 'licence')
    await user.type(screen.getByLabelText('Heure d’arrivée'), '16:00')
    await user.click(screen.getByRole('button', { name: 'Enregistrer la ligne' }))
    await screen.findByText(/Enregistré/)
    expect(sent()[0]).toMatchObject({ arrivedAt: '2026-11-20T16:00:00+01:00' })
  })
})

import { screen, waitFor } from '@testing-library/vue'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { clock } from '@/time'
import { fakeApi, list } from '@/testing/fakeApi'
import { axeFindings, emptyStores, openAt } from '@/testing/harness'

const KIOSK = '/borne/moyaux#cle=kiosk-key&papier=non'

async function kiosk(path = KIOSK) {
  const opened = await openAt(path)
  await screen.findByRole('button', { name: 'J’ai rendez-vous' })
  return opened
}

const given = (number: string) => screen.findByText(number, { selector: '.receipt *' })

describe('the kiosk', () => {
  beforeEach(emptyStores)

  it('says what to do when it has no key', async () => {
    await openAt('/borne/moyaux')
    screen.getByRole('heading', { name: 'Cette borne n’est pas encore autorisée' })
    screen.getByText(/Un responsable ouvre/)
  })

  it('keeps its key and takes it out of the address', async () => {
    const { router } = await kiosk()
    await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/borne/moyaux'))
    expect(localStorage.getItem('porte-ouverte.kiosk.moyaux')).toContain('kiosk-key')
  })

  it('gives a number to a walk-in in three touches, and asks about priority with tact', async () => {
    const { api, user } = await kiosk()
    await user.click(screen.getByRole('button', { name: 'Je viens sans rendez-vous' }))
    await user.click(await screen.findByRole('button', { name: 'Renouveler son permis de conduire' }))
    screen.getByText(/nous ne demandons pas la raison/)
    await user.click(screen.getByRole('button', { name: 'Oui, c’est difficile' }))
    await given('A014')
    screen.getByText('3 personnes avant vous')
    const sent = api.calls.find(({ method, path }) => method === 'POST' && path === '/sites/moyaux/tickets')!
    expect(sent.body).toEqual({ procedureId: 'licence', priority: true })
    expect(sent.headers.get('Device-Key')).toBe('kiosk-key')
    expect(sent.headers.has('Authorization')).toBe(false)
    expect(await axeFindings()).toEqual([])
  })

  it('gives a number for the counter to whoever does not know what for', async () => {
    const { api, user } = await kiosk()
    await user.click(screen.getByRole('button', { name: 'Je viens sans rendez-vous' }))
    await user.click(await screen.findByRole('button', { name: 'Je ne sais pas' }))
    await user.click(screen.getByRole('button', { name: 'Non, je peux attendre' }))
    await given('A014')
    expect(api.calls.find(({ method, path }) => method === 'POST' && path === '/sites/moyaux/tickets')!.body).toEqual({ priority: false })
  })

  it('gives one, too, where nothing else can be had today', async () => {
    const api = fakeApi()
    api.on('GET /procedures', () => list([]))
    await openAt(KIOSK, api)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Je viens sans rendez-vous' }))
    await screen.findByRole('button', { name: 'Je ne sais pas' })
  })

  it('speaks both languages on its first screen, changes on every step, and begins anew in French', async () => {
    const { user } = await kiosk()
    screen.getByText('I have an appointment')
    await user.click(screen.getByRole('button', { name: 'J’ai rendez-vous' }))
    await user.click(screen.getByRole('button', { name: 'English' }))
    await screen.findByRole('heading', { name: 'Type the reference of your appointment' })
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Start again' }))
    await screen.findByRole('button', { name: 'J’ai rendez-vous' })
    screen.getByRole('button', { name: 'English' })
  })

  it('registers an arrival by the reference on its big keyboard, and shows no name', async () => {
    const { user, container } = await kiosk()
    await user.click(screen.getByRole('button', { name: 'J’ai rendez-vous' }))
    for (const letter of 'ABCDEFGH') await user.click(screen.getByRole('button', { name: letter }))
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Valider' }))
    await given('R014')
    expect(container.textContent).not.toMatch(/Jeanne|Lefèvre/)
  })

  it('registers an arrival when a slip is scanned, from its first screen, without the slip’s secret', async () => {
    const { api, user } = await kiosk()
    await user.keyboard('https://porte.example/rendez-vous/ABCD-EFGH#S3cr3t{Enter}')
    await given('R014')
    expect(api.calls.find(({ path }) => path.endsWith('/arrivals'))?.body).toEqual({ reference: 'ABCD-EFGH' })
  })

  it('helps on when a reference is not one of today', async () => {
    const { user } = await kiosk()
    await user.keyboard('ZZZZ-9999{Enter}')
    await screen.findByText(/Nous n’avons pas trouvé ce rendez-vous pour aujourd’hui/)
  })

  it('says so when its key was taken away', async () => {
    const { user } = await kiosk('/borne/moyaux#cle=old')
    await user.keyboard('ABCD-EFGH{Enter}')
    await screen.findByRole('heading', { name: 'Cette borne n’est plus autorisée' })
  })

  it('warns and returns to its start when nobody touches it for a minute', async () => {
    const { user } = await kiosk()
    await user.click(screen.getByRole('button', { name: 'J’ai rendez-vous' }))
    await user.click(screen.getByRole('button', { name: 'A' }))
    clock.now = () => new Date('2026-11-23T08:00:50Z')
    await screen.findByText(/Retour au début dans 10 secondes/)
    await user.click(screen.getByRole('button', { name: 'Je suis là' }))
    await waitFor(() => expect(screen.queryByText(/Retour au début/)).toBeNull())
    clock.now = () => new Date('2026-11-23T08:01:51Z')
    await screen.findByRole('button', { name: 'Je viens sans rendez-vous' })
  })

  it('says that the house is closed before anybody types, in both languages, and when it opens', async () => {
    const api = fakeApi()
    Object.assign(api.house.house, { open: false, numbers: [{ refused: 'notOpen' }, { permanenceId: 'p8', refused: 'sessionOver' }] })
    await openAt(KIOSK, api)
    await screen.findByText(/La maison est fermée\. Elle ouvre mardi 24 novembre à.9.h\./)
    screen.getByText(/The house is closed\. It opens .*24 November/)
    expect(screen.queryByRole('button', { name: /rendez-vous/ })).toBeNull()
    expect(await axeFindings()).toEqual([])
  })

  it('says that no numbers are left and what else there is, and still lets in who has an appointment', async () => {
    const api = fakeApi()
    api.house.house.numbers = [{ refused: 'noMoreNumbers' }]
    await openAt(KIOSK, api)
    await screen.findByText('Plus de numéros aujourd’hui')
    screen.getByText('No more numbers today')
    screen.getByText(/Prenez un rendez-vous, ou téléphonez/)
    expect(screen.queryByRole('button', { name: 'Je viens sans rendez-vous' })).toBeNull()
    screen.getByRole('button', { name: 'J’ai rendez-vous' })
    expect(await axeFindings()).toEqual([])
  })

  it('offers nothing of who sees nobody now, and says why', async () => {
    const api = fakeApi()
    api.house.house.numbers = [{ refused: 'byAppointment' }, { permanenceId: 'p8' }]
    const { user } = await openAt(KIOSK, api)
    await user.click(await screen.findByRole('button', { name: 'Je viens sans rendez-vous' }))
    await screen.findByText('Renouveler son permis de conduire')
    expect(screen.queryByRole('button', { name: 'Renouveler son permis de conduire' })).toBeNull()
    expect(screen.getAllByText('sur rendez-vous').length).toBeGreaterThan(0)
  })

  it('explains a refusal that comes between two looks at the house, and looks again', async () => {
    const api = fakeApi()
    const { user } = await openAt(KIOSK, api)
    await user.click(await screen.findByRole('button', { name: 'Je viens sans rendez-vous' }))
    await user.click(await screen.findByRole('button', { name: 'Renouveler son permis de conduire' }))
    Object.assign(api.house.house, { open: false, numbers: [{ refused: 'notOpen' }] })
    await user.click(screen.getByRole('button', { name: 'Non, je peux attendre' }))
    await screen.findByText(/La maison est fermée\. Elle ouvre/)
    expect(document.querySelector('.receipt')).toBeNull()
  })

  it('prints by itself where a printer is', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    const { user } = await kiosk('/borne/moyaux#cle=kiosk-key')
    await user.keyboard('ABCD-EFGH{Enter}')
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1))
    expect(document.querySelector('.print-alone')?.textContent).toContain('R014')
  })
})

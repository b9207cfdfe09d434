import { screen, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Me } from '@/api'
import { fakeApi, ok, problem } from '@/testing/fakeApi'
import { axeFindings, loggedIn, openAt } from '@/testing/harness'
import { CAF } from '@/testing/world'

const MOYAUX = { id: 'moyaux', name: 'France services de Moyaux' }
const SEES = { id: 'sees', name: 'France services de Sées' }

function as(role: string, sites: { id: string; name: string; roles?: string[] }[] = [], partner: Me['partner'] | null = null) {
  const api = fakeApi()
  api.on('GET /me', () => ok({ username: 'x', firstName: 'Luc', lastName: 'Roy', roles: [role], sites, partner }))
  loggedIn()
  return api
}

async function menuOf(path: string, api: ReturnType<typeof fakeApi>) {
  const opened = await openAt(path, api)
  const nav = await screen.findByRole('navigation', { name: 'Menu de l’équipe' })
  await opened.user.click(within(nav).getByRole('button', { name: 'Toutes les pages' }))
  return { ...opened, nav, panel: nav.querySelector<HTMLElement>('#staff-menu')! }
}

const names = (panel: HTMLElement) => within(panel).getAllByRole('link').map((link) => link.textContent)

describe('the frame around the pages of the staff', () => {
  beforeEach(() => sessionStorage.clear())

  it('shows a clerk what a clerk does, who they are, and the way out', async () => {
    const { panel } = await menuOf('/equipe/maisons/moyaux/appels', as('clerk', [MOYAUX]))
    expect(names(panel)).toContain('Liste d’appels')
    expect(names(panel)).not.toContain('Bilan')
    within(panel).getByRole('heading', { name: MOYAUX.name })
    screen.getByText('Luc Roy')
    screen.getByRole('button', { name: 'Se déconnecter' })
    expect(within(panel).getByRole('link', { name: 'Liste d’appels' }).getAttribute('aria-current')).toBe('page')
    expect(await axeFindings()).toEqual([])
  })

  it('shows a manager the house’s figures and settings, too', async () => {
    const { panel } = await menuOf('/equipe', as('manager', [MOYAUX]))
    expect(names(panel)).toEqual(expect.arrayContaining(['Bilan', 'Réglages', 'Événements et ateliers']))
  })

  it('shows a partner’s agent nothing of a house', async () => {
    const { panel } = await menuOf('/partenaire', as('partner', [], CAF))
    expect(names(panel)).toEqual(['Mes permanences', 'Mon espace', 'Ma connexion'])
  })

  it('opens by keyboard with its first way in focus, and Escape gives the button back', async () => {
    const { user, nav, panel } = await menuOf('/equipe/maisons/moyaux/appels', as('clerk', [MOYAUX]))
    expect(document.activeElement).toBe(within(panel).getAllByRole('link')[0])
    await user.keyboard('{Escape}')
    expect(document.activeElement).toBe(within(nav).getByRole('button', { name: 'Toutes les pages' }))
    expect(within(nav).getByRole('button', { name: 'Toutes les pages' }).getAttribute('aria-expanded')).toBe('false')
  })

  it('changes the house once for all pages, and keeps it', async () => {
    const { user, router } = await openAt('/equipe/maisons/moyaux/appels', as('manager', [MOYAUX, SEES]))
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Maison' }), 'sees')
    await screen.findByRole('combobox', { name: 'Maison' })
    expect(router.currentRoute.value.fullPath).toBe('/equipe/maisons/sees/appels')
    await router.push('/equipe')
    const nav = await screen.findByRole('navigation', { name: 'Menu de l’équipe' })
    expect(within(nav).getAllByRole('link', { hidden: true })[0]!.getAttribute('href')).toBe('/equipe/maisons/sees')
  })

  it('leads over the menu to the page', async () => {
    const { user } = await openAt('/equipe/maisons/moyaux/appels', as('clerk', [MOYAUX]))
    await user.click(await screen.findByRole('link', { name: 'Passer le menu' }))
    expect(document.activeElement?.id).toBe('staff-page')
  })

  it('says why, to whom the register does not let in any more', async () => {
    loggedIn()
    const api = fakeApi()
    api.on('GET /me', () => problem(403, 'account-disabled'))
    await openAt('/equipe', api)
    await screen.findByRole('alert')
    screen.getByRole('button', { name: 'Se déconnecter' })
    expect(screen.queryByRole('navigation', { name: 'Menu de l’équipe' })).toBeNull()
  })
})

import { readFileSync } from 'node:fs'
import { screen, waitFor } from '@testing-library/vue'
import { describe, expect, it } from 'vitest'
import type { Me } from '@/api'
import { opening } from '@/login'
import { routes } from '@/router'
import { fakeApi, ok, problem } from './fakeApi'
import { wholeMe } from './fakeMe'
import { loggedIn, openAt } from './harness'
import { CAF } from './world'

const MOYAUX = { id: 'moyaux', name: 'France services de Moyaux' }
const me = (username: string, role: Me['roles'][number], sites: { id: string; name: string }[] = [], partner?: Me['partner']) =>
  wholeMe({ username, firstName: username, lastName: 'R', roles: [role], sites, partner }) as Me
const AGENTS: Record<string, Me> = {
  'a clerk of the house': me('claire', 'clerk', [MOYAUX]),
  'a clerk of another house': me('hugo', 'clerk', [{ id: 'sees', name: 'Sées' }]),
  'a clerk of no house': me('nobody', 'clerk'),
  'a manager of the house': me('marc', 'manager', [MOYAUX]),
  'a manager of another house, a clerk here': wholeMe({
    ...{ username: 'lea', firstName: 'Léa', lastName: 'R', roles: ['clerk', 'manager'] },
    sites: [{ ...MOYAUX, roles: ['clerk'] }, { id: 'sees', name: 'Sées', roles: ['manager'] }],
  }) as Me,
  'a manager of another house': me('marie', 'manager', [{ id: 'sees', name: 'Sées' }]),
  'a partner’s agent': me('sophie', 'partner', [], CAF),
  'an admin': me('admin', 'admin'),
  'another system': me('robot', 'integrator'),
}
/** What stands in an address in the place of a parameter. */
const PARAMS: Record<string, string> = {
  session: 'n1',
  permanence: 'p1',
  agent: 'a1',
  reference: 'ABCD-EFGH',
  code: 'portes-ouvertes',
  register: 'demarches',
  row: 'licence',
  system: 's1',
}

/** Every page of the staff, as the router knows them. */
const PAGES = routes
  .flatMap((top) => (top.children ?? [top]).map((page) => ({ meta: { ...top.meta, ...page.meta }, path: `${top.path}/${page.path === top.path ? '' : page.path}`.replace(/\/+$/, '') })))
  .filter(({ meta }) => meta.door)
  .map(({ path }) => path.replace('/maisons/:id', '/maisons/moyaux').replace('/partenaire/seances/:id', '/partenaire/seances/n1').replace(/:(\w+)/g, (_, name: string) => PARAMS[name]!))

/** Who may call what, as the contract says it: by method and path. */
const RULES = rules(readFileSync('../openapi.yaml', 'utf8'))

function rules(contract: string) {
  const found: { method: string; path: RegExp; of?: string; roles: Me['roles'] }[] = []
  for (const [, path, body] of contract.matchAll(/^ {2}\/api\/v1(\S*):\n((?: {4}.*\n|\n)*)/gm)) {
    for (const [, method, operation] of body!.matchAll(/^ {4}(get|put|post|delete):\n((?: {6}.*\n|\n)*)/gm)) {
      const roles = /^ {6}x-roles:\n((?: {6}- \w+\n)+)/m.exec(operation!)?.[1]
      if (roles) found.push({ method: method!.toUpperCase(), path: new RegExp(`^${path!.replace(/\{\w+\}/g, '([\\w-]+)')}$`), of: /\{/.test(path!) ? path : undefined, roles: roles.match(/\w+/g)! as Me['roles'] })
    }
  }
  return found
}

/** The API as an agent sees it: it refuses what the contract does not give to their role, and the houses of others. */
function apiOf(agent: Me) {
  const api = fakeApi()
  api.on('GET /me', () => ok(agent))
  const refused: string[] = []
  const guarded = async (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v1', '')
    const rule = RULES.find((one) => one.method === request.method && one.path.test(path))
    if (!rule) return api.fetch(request)
    const house = rule.of?.startsWith('/sites/{id}') ? rule.path.exec(path)![1]! : undefined
    const theirs = house === undefined || agent.roles.includes('admin') || agent.sites.some(({ id }) => id === house)
    if (agent.roles.some((role) => rule.roles.includes(role)) && theirs) return api.fetch(request)
    refused.push(`${request.method} ${path}`)
    return new Response(JSON.stringify(problem(403, 'forbidden').body), { status: 403, headers: { 'Content-Type': 'application/problem+json' } })
  }
  return { api: { ...api, fetch: guarded }, refused }
}

describe('every page of the staff', () => {
  it('is walked, with what the contract says of roles', () => {
    expect(PAGES.length).toBeGreaterThan(18)
    expect(RULES.length).toBeGreaterThan(60)
  })

  describe.each(Object.entries(AGENTS))('%s', (_, agent) => {
    it.each(PAGES)('%s: is refused nothing that the page asks for, and sees no link to what is not theirs', async (path) => {
      loggedIn()
      const { api, refused } = apiOf(agent)
      const { container, router } = await openAt(path, api)
      await waitFor(() => expect(container.querySelector('.ghost')).toBeNull())
      expect(refused).toEqual([])
      expect(container.textContent).not.toContain('vient de nous')
      // On a counter that several people share one sees who is logged in, and leaves.
      screen.getByText(`${agent.firstName} ${agent.lastName}`)
      screen.getByRole('button', { name: 'Se déconnecter' })
      const closed = opening(router.currentRoute.value, agent) !== 'open'
      expect(screen.queryByRole('heading', { name: 'Cette page n’est pas pour votre compte' }) !== null).toBe(closed)
      const links = [...container.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href')!)
      expect(links.filter((href) => opening(router.resolve(href), agent) !== 'open')).toEqual([])
      expect(links.filter((href) => router.resolve(href).name === 'notFound')).toEqual([])
    })
  })
})

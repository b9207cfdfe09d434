import type { Me } from '@/api'

type Role = Me['roles'][number]
const OF_HOUSES: Role[] = ['clerk', 'manager']

/** An agent as `GET /me` tells: who is told with their roles and houses alone has each of them in each house. */
export function wholeMe(some: Partial<Omit<Me, 'sites'>> & { sites?: Partial<Me['sites'][number]>[] }): Partial<Me> {
  const roles = some.roles ?? []
  const there = roles.filter((role) => OF_HOUSES.includes(role))
  const sites = (some.sites ?? []).map(({ id = '', name = '', roles = there }) => ({ id, name, roles }))
  const assignments = roles.map((role) => ({
    role,
    sites: sites.filter((site) => site.roles.includes(role)).map(({ id, name }) => ({ id, name })),
    departments: [],
    partner: role === 'partner' ? (some.partner ?? undefined) : undefined,
    wholeCountry: role === 'partner',
  }))
  return { assignments, ...some, sites }
}

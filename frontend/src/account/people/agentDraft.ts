import type { Agent, AgentDraft, AgentRole, AgentStanding } from '@/api/agents'
import { type Key, t } from '@/text'

export const ROLES: readonly AgentRole[] = ['clerk', 'manager', 'partner', 'observer', 'admin', 'integrator']
export const OF_HOUSES = ['clerk', 'manager'] as const
export const STANDINGS: readonly AgentStanding[] = ['invited', 'active', 'disabled']

type HouseRole = (typeof OF_HOUSES)[number]

export interface NamedSite {
  id: string
  name: string
}

/** What stands in the form: a role in each house, whom somebody acts for and where, and what counts everywhere. */
export interface Draft {
  username: string
  firstName: string
  lastName: string
  email: string
  houses: (NamedSite & { role: HouseRole })[]
  actsFor: boolean
  partner: string
  /** Empty: nobody said so yet. */
  reach: '' | 'some' | 'country'
  places: NamedSite[]
  /** Codes, as they are typed: 14, 61. */
  departments: string
  observes: boolean
  /** Codes, as they are typed: 14, 61. */
  observed: string
  admin: boolean
  integrator: boolean
}

export const emptyDraft = (houses: NamedSite[]): Draft => ({
  username: '',
  firstName: '',
  lastName: '',
  email: '',
  houses: houses.map(({ id, name }) => ({ id, name, role: 'clerk' })),
  actsFor: false,
  partner: '',
  reach: '',
  places: [],
  departments: '',
  observes: false,
  observed: '',
  admin: false,
  integrator: false,
})

export function draftOf({ username, firstName, lastName, email, assignments }: Agent): Draft {
  const of = (role: AgentRole) => assignments.find((one) => one.role === role)
  const houses = OF_HOUSES.flatMap((role) => (of(role)?.sites ?? []).map((site) => ({ ...site, role })))
  const partner = of('partner')
  return {
    ...emptyDraft([]),
    ...{ username, firstName, lastName, email: email ?? '' },
    houses: houses.sort((one, other) => one.name.localeCompare(other.name, 'fr')),
    actsFor: Boolean(partner),
    partner: partner?.partner?.id ?? '',
    reach: partner ? (partner.wholeCountry ? 'country' : 'some') : '',
    places: [...(partner?.sites ?? [])],
    departments: partner?.departments.join(', ') ?? '',
    observes: Boolean(of('observer')),
    observed: of('observer')?.departments.join(', ') ?? '',
    admin: Boolean(of('admin')),
    integrator: Boolean(of('integrator')),
  }
}

type Assignments = AgentDraft['assignments']

function assignmentsOf(draft: Draft): Assignments {
  const all: Assignments = []
  for (const role of OF_HOUSES) {
    const sites = draft.houses.filter((house) => house.role === role).map(({ id }) => id)
    if (sites.length) all.push({ role, sites })
  }
  if (draft.actsFor) {
    const some = draft.reach === 'some'
    all.push({
      role: 'partner',
      partner: draft.partner || undefined,
      wholeCountry: draft.reach === 'country',
      sites: some ? draft.places.map(({ id }) => id) : [],
      departments: some ? codes(draft.departments) : [],
    })
  }
  if (draft.observes) all.push({ role: 'observer', departments: codes(draft.observed), sites: [] })
  if (draft.admin) all.push({ role: 'admin' })
  if (draft.integrator) all.push({ role: 'integrator' })
  return all
}

const codes = (typed: string): string[] => typed.toUpperCase().split(/[\s,;]+/).filter(Boolean)

export function bodyOf(draft: Draft): AgentDraft {
  const { firstName, lastName } = draft
  return {
    username: draft.username.trim().toLowerCase(),
    firstName,
    lastName,
    email: draft.email.trim() || undefined,
    assignments: assignmentsOf(draft),
  }
}

/** Where the server's words about each field belong. */
export function fieldsOf(draft: Draft): Record<string, string> {
  const fields: Record<string, string> = { assignments: 'agent-houses' }
  for (const name of ['username', 'firstName', 'lastName', 'email']) fields[name] = `agent-${name}`
  assignmentsOf(draft).forEach(({ role, sites = [], departments = [] }, i) => {
    const at = `assignments[${i}]`
    const places = role === 'partner' ? 'agent-places' : 'agent-houses'
    const typed = role === 'observer' ? 'agent-observed' : 'agent-departments'
    Object.assign(fields, { [`${at}.role`]: 'agent-houses', [`${at}.sites`]: places })
    Object.assign(fields, { [`${at}.partner`]: 'agent-partner', [`${at}.wholeCountry`]: 'agent-reach' })
    sites.forEach((_, n) => (fields[`${at}.sites[${n}]`] = places))
    if (role === 'observer') fields[`${at}.departments`] = typed
    departments.forEach((_, n) => (fields[`${at}.departments[${n}]`] = typed))
  })
  return fields
}

/** As most houses name their agents: claire.lefevre. */
export function usernameOf(firstName: string, lastName: string): string {
  const plain = (words: string) => words.normalize('NFD').replace(/\p{Mark}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return [plain(firstName), plain(lastName)].filter(Boolean).join('.')
}

const LABELS: Record<string, Key> = {
  firstName: 'agents.firstName', lastName: 'agents.lastName', email: 'agents.email', houses: 'agents.sites', actsFor: 'agents.actsFor', partner: 'role.partner',
  reach: 'agents.reach', places: 'agents.sites', departments: 'agents.departments', observes: 'agents.observes', observed: 'agents.observed', admin: 'role.admin', integrator: 'role.integrator',
}

/** What a field of the form is called. */
export const labelOf = (name: string): string => (LABELS[name] ? t(LABELS[name]) : name)

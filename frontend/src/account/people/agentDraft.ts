import type { Agent, AgentDraft, AgentRole, AgentStanding } from '@/api/agents'

export const ROLES: readonly AgentRole[] = ['clerk', 'manager', 'partner', 'admin', 'integrator']
export const STANDINGS: readonly AgentStanding[] = ['invited', 'active', 'disabled']

/** What stands in the form. */
export interface Draft {
  username: string
  firstName: string
  lastName: string
  email: string
  role: AgentRole
  sites: { id: string; name: string }[]
  partner: string
}

export const AGENT_FIELDS: Record<string, string> = {
  username: 'agent-username',
  firstName: 'agent-firstName',
  lastName: 'agent-lastName',
  email: 'agent-email',
  role: 'agent-role',
  sites: 'agent-sites',
  'sites[0]': 'agent-sites',
  partner: 'agent-partner',
}

export const emptyDraft = (sites: Draft['sites']): Draft => ({ username: '', firstName: '', lastName: '', email: '', role: 'clerk', sites, partner: '' })

export function draftOf({ username, firstName, lastName, email, role, sites, partner }: Agent): Draft {
  return { username, firstName, lastName, email: email ?? '', role, sites: [...sites], partner: partner?.id ?? '' }
}

export const inHouses = (role: AgentRole): boolean => role === 'clerk' || role === 'manager'

export function bodyOf(draft: Draft): AgentDraft {
  const { username, firstName, lastName, role } = draft
  return {
    username: username.trim().toLowerCase(),
    firstName,
    lastName,
    role,
    email: draft.email.trim() || undefined,
    sites: inHouses(role) ? draft.sites.map(({ id }) => id) : [],
    partner: role === 'partner' ? draft.partner || undefined : undefined,
  }
}

/** As most houses name their agents: claire.lefevre. */
export function usernameOf(firstName: string, lastName: string): string {
  const plain = (words: string) => words.normalize('NFD').replace(/\p{Mark}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return [plain(firstName), plain(lastName)].filter(Boolean).join('.')
}

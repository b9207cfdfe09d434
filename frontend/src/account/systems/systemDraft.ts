import type { Integrator, IntegratorForm, Scope } from '@/api/integrators'
import { type Key, t } from '@/text'
import type { NamedSite } from '../people/agentDraft'

export const SCOPES: readonly Scope[] = ['slots:read', 'bookings:read', 'bookings:write', 'visits:read', 'figures:read', 'queue:read', 'webhooks']

/** What stands in the form: who it is, what it may do, where. */
export interface Draft {
  name: string
  contactName: string
  contactEmail: string
  scopes: Scope[]
  sites: NamedSite[]
  /** Codes, as they are typed: 14, 61. */
  departments: string
  /** Id; empty: of all partners. */
  partner: string
}

export const emptyDraft = (): Draft => ({ name: '', contactName: '', contactEmail: '', scopes: [], sites: [], departments: '', partner: '' })

export const draftOf = ({ name, contactName, contactEmail, scopes, sites, departments, partner }: Integrator): Draft => ({
  name,
  contactName,
  contactEmail,
  scopes: [...scopes],
  sites: [...sites],
  departments: departments.join(', '),
  partner: partner?.id ?? '',
})

const codes = (typed: string): string[] => typed.toUpperCase().split(/[\s,;]+/).filter(Boolean)

export const bodyOf = ({ sites, departments, partner, ...draft }: Draft): IntegratorForm => ({
  ...draft,
  sites: sites.map(({ id }) => id),
  departments: codes(departments),
  partner: partner || undefined,
})

/** Where the server's words about each field belong. */
export function fieldsOf(draft: Draft): Record<string, string> {
  const fields: Record<string, string> = { sites: 'system-sites', departments: 'system-departments', scopes: 'system-scopes', partner: 'system-partner' }
  for (const name of ['name', 'contactName', 'contactEmail']) fields[name] = `system-${name}`
  draft.sites.forEach((_, n) => (fields[`sites[${n}]`] = 'system-sites'))
  codes(draft.departments).forEach((_, n) => (fields[`departments[${n}]`] = 'system-departments'))
  return fields
}

const LABELS: Record<string, Key> = {
  name: 'systems.name', contactName: 'systems.contactName', contactEmail: 'systems.contactEmail', scopes: 'systems.scopes',
  sites: 'agents.sites', departments: 'systems.departments', partner: 'systems.partner',
}

/** What a field of the form is called. */
export const labelOf = (name: string): string => (LABELS[name] ? t(LABELS[name]) : name)

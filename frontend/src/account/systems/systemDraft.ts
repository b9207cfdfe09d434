import type { Integrator, IntegratorForm, Scope } from '@/api/integrators'
import { type Key, pick, t } from '@/text'
import type { NamedSite } from '../people/agentDraft'

export const SCOPES: readonly Scope[] = ['slots:read', 'bookings:read', 'bookings:write', 'visits:read', 'figures:read', 'queue:read', 'webhooks']

export interface NamedPartner {
  id: string
  name: string
}

/** What stands in the form: who it is, what it may do, where. */
export interface Draft {
  name: string
  contactName: string
  contactEmail: string
  scopes: Scope[]
  sites: NamedSite[]
  /** Codes, as they are typed: 14, 61. */
  departments: string
  /** None: of all partners. */
  partners: NamedPartner[]
}

export const emptyDraft = (): Draft => ({ name: '', contactName: '', contactEmail: '', scopes: [], sites: [], departments: '', partners: [] })

export const draftOf = ({ name, contactName, contactEmail, scopes, sites, departments, partners }: Integrator): Draft => ({
  name,
  contactName,
  contactEmail,
  scopes: [...scopes],
  sites: [...sites],
  departments: departments.join(', '),
  partners: partners.map(({ id, name }) => ({ id, name: pick(name) })),
})

const codes = (typed: string): string[] => typed.toUpperCase().split(/[\s,;]+/).filter(Boolean)

export const bodyOf = ({ sites, departments, partners, ...draft }: Draft): IntegratorForm => ({
  ...draft,
  sites: sites.map(({ id }) => id),
  departments: codes(departments),
  partners: partners.map(({ id }) => id),
})

/** Where the server's words about each field belong. */
export function fieldsOf(draft: Draft): Record<string, string> {
  const fields: Record<string, string> = { sites: 'system-sites', departments: 'system-departments', scopes: 'system-scopes', partners: 'system-partners' }
  for (const name of ['name', 'contactName', 'contactEmail']) fields[name] = `system-${name}`
  draft.sites.forEach((_, n) => (fields[`sites[${n}]`] = 'system-sites'))
  draft.partners.forEach((_, n) => (fields[`partners[${n}]`] = 'system-partners'))
  codes(draft.departments).forEach((_, n) => (fields[`departments[${n}]`] = 'system-departments'))
  return fields
}

const LABELS: Record<string, Key> = {
  name: 'systems.name', contactName: 'systems.contactName', contactEmail: 'systems.contactEmail', scopes: 'systems.scopes',
  sites: 'agents.sites', departments: 'systems.departments', partners: 'systems.partners',
}

/** What a field of the form is called. */
export const labelOf = (name: string): string => (LABELS[name] ? t(LABELS[name]) : name)

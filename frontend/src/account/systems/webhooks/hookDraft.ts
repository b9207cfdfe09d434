import type { ChangeType, Webhook, WebhookForm } from '@/api/webhooks'
import { type Key, t } from '@/text'
import type { NamedSite } from '../../people/agentDraft'

/** What stands in the form of an address: where it is, of which houses and changes it hears. */
export interface HookDraft {
  url: string
  /** None: all houses of its system. */
  sites: NamedSite[]
  /** None: all that the scopes open. */
  types: ChangeType[]
}

export const emptyHook = (): HookDraft => ({ url: '', sites: [], types: [] })

export const hookOf = ({ url, houses, types }: Webhook): HookDraft => ({ url, sites: [...(houses ?? [])], types: [...types] })

export const bodyOf = ({ url, sites, types }: HookDraft): WebhookForm => ({ url, types, sites: sites.map(({ id }) => id) })

/** Where the server's words about each field belong. */
export function fieldsOf(id: string, { sites, types }: HookDraft): Record<string, string> {
  const fields: Record<string, string> = { url: `${id}-url`, sites: `${id}-sites`, types: `${id}-types` }
  sites.forEach((_, n) => (fields[`sites[${n}]`] = `${id}-sites`))
  types.forEach((_, n) => (fields[`types[${n}]`] = `${id}-types`))
  return fields
}

const LABELS: Record<string, Key> = { url: 'systems.hookUrl', sites: 'systems.hookHouses', types: 'systems.hookTypes' }

/** What a field of the form is called. */
export const labelOf = (name: string): string => (LABELS[name] ? t(LABELS[name]) : name)

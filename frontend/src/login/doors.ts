import type { RouteLocationNormalized, RouteMeta } from 'vue-router'
import type { Me } from '@/api'
import { actsAt, agent, manages } from './agent'

/** Whom a page is for. Each page of the staff says so in the router; its links and its door ask here. */
export type Door = 'house' | 'managers' | 'planners' | 'partner' | 'ownPartner' | 'admins' | 'observers' | 'agents'

/** The roles for each door. `house` and `managers` are those of one house, which the address names. */
export const ROLES: Record<Door, readonly string[]> = {
  /** All who work in the house. */
  house: ['clerk', 'manager', 'admin'],
  /** Who runs the house. */
  managers: ['manager', 'admin'],
  /** Who plans something for several houses. */
  planners: ['manager', 'admin'],
  /** Who acts for a partner; an admin sees what they see. */
  partner: ['partner', 'admin'],
  /** Only who acts for a partner: an admin has none. */
  ownPartner: ['partner'],
  /** Who runs the network. */
  admins: ['admin'],
  /** Who looks at figures of departments or of the country. */
  observers: ['observer', 'admin'],
  /** Everybody who logs in. */
  agents: ['clerk', 'manager', 'partner', 'observer', 'admin', 'integrator'],
}

export type Opening = 'open' | 'role' | 'house'

/** Whether the agent may open this address; else what they lack. A page of the public is open to all. */
export function opening({ meta, params }: Pick<RouteLocationNormalized, 'params'> & { meta: RouteMeta }, me: Me | null = agent.value): Opening {
  const { door } = meta
  if (!door) return 'open'
  if (!me?.roles.some((role) => ROLES[door].includes(role))) return 'role'
  const house = String(params.id)
  if (door === 'house') return actsAt(house) ? 'open' : 'house'
  if (door !== 'managers' || manages(house)) return 'open'
  return actsAt(house) ? 'role' : 'house'
}

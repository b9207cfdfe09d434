import { ref, shallowRef } from 'vue'
import type { Me } from '@/api'

/** Who is logged in, for every staff screen; null until it is known. */
export const agent = shallowRef<Me | null>(null)

/** True once the login has ended: what is on the screen stays, and one may log in again. */
export const sessionOver = ref(false)

/** Whether the agent manages this house: its counters, devices and other settings are theirs. */
export function manages(site: string): boolean {
  return has('admin') || Boolean(agent.value?.sites.find(({ id }) => id === site)?.roles.includes('manager'))
}

/** The houses that the agent manages, of those that are theirs. */
export function managed(): Me['sites'] {
  return agent.value?.sites.filter(({ roles }) => roles.includes('manager')) ?? []
}

/** Somebody who acts for a partner, and for no house. */
export function isPartner(me: Me | null = agent.value): boolean {
  return Boolean(me?.partner && me.roles.includes('partner') && !me.roles.some((role) => role === 'clerk' || role === 'manager' || role === 'admin'))
}

/** Whether the agent works in this house, or in every one. */
export function actsAt(site: string): boolean {
  return has('admin') || (has('clerk', 'manager') && Boolean(agent.value?.sites.some(({ id }) => id === site)))
}

function has(...roles: string[]): boolean {
  return agent.value?.roles.some((role) => roles.includes(role)) ?? false
}

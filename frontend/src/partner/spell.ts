import type { AgentSession, Colleague } from '@/api/partners'
import { pick, t, tongue } from '@/text'
import { spellDate, spellMoment, spellTime } from '@/time'

type Timed = Pick<AgentSession, 'start' | 'end' | 'site'>

/** "de 9 h à 12 h" */
export function spellHours({ start, end, site }: Timed): string {
  const [from, to] = [start, end].map((at) => spellTime(at, site.zone, tongue()))
  return t('house.range', { from: from!, to: to! })
}

/** "mardi 24 novembre" */
export function spellSessionDay({ start, site }: Timed): string {
  return spellDate(start, site.zone, tongue())
}

/** "mardi 24 novembre à 9 h, France services de Moyaux": enough to know which one is meant. */
export function nameOf({ start, site }: Pick<AgentSession, 'start' | 'site'>): string {
  return `${spellMoment(start, site.zone, tongue())}, ${site.name}`
}

/** What people come for, in a few words. */
export function themeOf({ title, procedures }: AgentSession): string {
  return title ? pick(title) : procedures.map((one) => pick(one.title)).join(', ')
}

export function personName({ firstName, lastName }: Pick<Colleague, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim()
}

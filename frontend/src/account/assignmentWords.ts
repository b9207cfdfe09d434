import type { Me } from '@/api'
import { pick, t } from '@/text'

type Assignment = Me['assignments'][number]

/** So many names in one line; the others are counted. */
const MOST = 3

/** What somebody is somewhere, in a line: "Agent d’accueil : Moyaux, Sées". */
export function assignmentWords(assignment: Assignment, most = MOST): string {
  const where = placesOf(assignment, most)
  const role = assignment.partner ? t('staff.forPartner', { partner: pick(assignment.partner.name) }) : t(`role.${assignment.role}`)
  return where ? t('staff.roleAt', { role, where }) : role
}

function placesOf({ sites, departments, wholeCountry }: Assignment, most: number): string {
  if (wholeCountry) return t('agents.wholeCountry')
  const all = [...departments.map((code) => t('agents.department', { code })), ...sites.map(({ name }) => name)]
  const rest = all.length - most
  const names = all.slice(0, most).join(', ')
  return rest > 0 ? `${names} ${t('agents.others', { count: rest })}` : names
}

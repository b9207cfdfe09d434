import type { Procedure } from '@/api'
import { fold, matches, pick } from '@/text'

/** The procedures that the typed words mean, the likeliest first: that begin so, that are named so, whose partner is. */
export function findProcedures(procedures: Procedure[], words: string) {
  const begin = fold(words)
  const rank = (one: Procedure) => {
    if (fold(pick(one.title)).startsWith(begin)) return 0
    return matches(pick(one.title), words) ? 1 : 2
  }
  return procedures
    .filter((one) => matches(`${pick(one.title)} ${pick(one.partner.name)}`, words))
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, 8)
    .map((procedure) => ({ id: procedure.id, label: pick(procedure.title), detail: pick(procedure.partner.name), procedure }))
}

import type { Procedure } from '@/api'
import { fold, pick, wanted } from '@/text'

/** The procedures that the typed words mean, as choices: those whose title begins so, then as likely as `wanted` says. */
export function findProcedures(procedures: Procedure[], words: string) {
  const begin = fold(words)
  const rank = (one: Procedure) => (fold(pick(one.title)).startsWith(begin) ? 0 : 1)
  return wanted(procedures, words)
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, 8)
    .map((procedure) => ({ id: procedure.id, label: pick(procedure.title), detail: pick(procedure.partner.name), procedure }))
}

import type { Procedure } from '@/api'
import { matches, pick } from '@/text'

/** The procedures that the typed words mean, for a list to choose from: those named so before those whose partner is. */
export function findProcedures(procedures: Procedure[], words: string) {
  const named = (one: Procedure) => matches(pick(one.title), words)
  return procedures
    .filter((one) => matches(`${pick(one.title)} ${pick(one.partner.name)}`, words))
    .sort((one, other) => Number(named(other)) - Number(named(one)))
    .slice(0, 8)
    .map((procedure) => ({ id: procedure.id, label: pick(procedure.title), detail: pick(procedure.partner.name), procedure }))
}

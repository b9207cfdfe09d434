import type { Procedure } from '@/api'
import { matches, pick, tongue } from '@/text'

export interface PartnerGroup {
  id: string
  name: string
  procedures: Procedure[]
}

/** The procedures that answer the words looked for, under their partner; both in the order of the alphabet. */
export function groupByPartner(procedures: Procedure[], lookedFor: string): PartnerGroup[] {
  const order = new Intl.Collator(tongue())
  const groups = new Map<string, PartnerGroup>()
  for (const procedure of procedures) {
    const name = pick(procedure.partner.name)
    if (!matches(`${pick(procedure.title)} ${name}`, lookedFor)) continue
    const group = groups.get(procedure.partner.id) ?? { id: procedure.partner.id, name, procedures: [] }
    group.procedures.push(procedure)
    groups.set(group.id, group)
  }
  for (const group of groups.values()) {
    group.procedures.sort((one, other) => order.compare(pick(one.title), pick(other.title)))
  }
  return [...groups.values()].sort((one, other) => order.compare(one.name, other.name))
}

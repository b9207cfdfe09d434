import type { Procedure } from '@/api'
import { pick, tongue, wanted } from '@/text'

export interface PartnerGroup {
  id: string
  name: string
  procedures: Procedure[]
}

/** The procedures that are meant, under their partner: the likeliest first when words are looked for, else both by the alphabet. */
export function groupByPartner(procedures: Procedure[], lookedFor: string): PartnerGroup[] {
  const order = new Intl.Collator(tongue())
  const sorted = [...procedures].sort(
    (one, other) => order.compare(pick(one.partner.name), pick(other.partner.name)) || order.compare(pick(one.title), pick(other.title)),
  )
  const groups = new Map<string, PartnerGroup>()
  for (const procedure of wanted(sorted, lookedFor)) {
    const { id, name } = procedure.partner
    const group = groups.get(id) ?? { id, name: pick(name), procedures: [] }
    group.procedures.push(procedure)
    groups.set(id, group)
  }
  return [...groups.values()]
}

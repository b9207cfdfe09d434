import type { Slot } from '@/api'

/** One slot for each moment: two counters that are free at once are one choice to whoever reads. `first`: preferred among equals. */
export function oncePerMoment(slots: Slot[], first?: string): Slot[] {
  const found = new Map<number, Slot>()
  for (const slot of slots) {
    const at = Date.parse(slot.start)
    if (!found.has(at) || slot.id === first) found.set(at, slot)
  }
  return [...found.values()]
}

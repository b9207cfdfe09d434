import { extendHold, type Hold, holdSlot, newKey, type Procedure, readConfiguration, releaseHold, type Slot, type Text } from '@/api'
import { clock } from '@/time'
import { kept } from '@/ui'

/** What the screens say about a slot that is kept; all of it public. */
export interface SlotContext {
  site: { id: string; name: string; zone: string; contactRequired: boolean; phone?: string | null }
  procedure: { id: string; title: Text; documents?: Procedure['documents']; note?: string | null }
}

interface Holding {
  hold: Hold | null
  slot: Slot | null
  context: SlotContext | null
  /** Until when it is kept, in milliseconds of this device's own clock. */
  until: number
}

/** The one slot that this tab keeps for somebody while they type. It survives a reload. */
export const holding = kept<Holding>('holding', () => ({ hold: null, slot: null, context: null, until: 0 }))

/** Keeps a slot, and gives back the one kept before. Throws when the new one cannot be had; the old then stays. */
export async function takeSlot(slot: Slot, context: SlotContext, proof?: string): Promise<void> {
  const hold = await holdSlot(slot.id, context.procedure.id, newKey(), proof)
  const before = holding.hold
  Object.assign(holding, { hold, slot, context, until: await endOf(hold) })
  if (before) giveBack(before)
}

// Many phones are minutes off. A hold that was just made lasts as long as the server says all holds do, from now.
async function endOf(hold: Hold): Promise<number> {
  const now = clock.now().getTime()
  return readConfiguration().then(
    ({ holdMinutes }) => now + holdMinutes * 60_000,
    () => Date.parse(hold.expiresAt),
  )
}

/** Gives the slot back at once, for others. */
export function releaseSlot(): void {
  const before = holding.hold
  holding.$reset()
  if (before) giveBack(before)
}

// Not waited for and not worth an error: a hold that is not given back ends by itself.
function giveBack(hold: Hold): void {
  void releaseHold(hold.id).catch(() => undefined)
}

export async function extendSlot(): Promise<void> {
  const before = holding.hold
  if (!before) return
  const hold = await extendHold(before.id)
  const more = Date.parse(hold.expiresAt) - Date.parse(before.expiresAt)
  Object.assign(holding, { hold, until: holding.until + more })
}

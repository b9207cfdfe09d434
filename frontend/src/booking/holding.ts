import { extendHold, type Hold, holdSlot, newKey, releaseHold, type Slot, type Text } from '@/api'
import { kept } from '@/ui'

/** What the screens say about a slot that is kept; all of it public. */
export interface SlotContext {
  site: { id: string; name: string; zone: string; contactRequired: boolean }
  procedure: { id: string; title: Text }
}

interface Holding {
  hold: Hold | null
  slot: Slot | null
  context: SlotContext | null
}

/** The one slot that this tab keeps for somebody while they type. It survives a reload. */
export const holding = kept<Holding>('holding', () => ({ hold: null, slot: null, context: null }))

/** Keeps a slot, and gives back the one kept before. Throws when the new one cannot be had; the old then stays. */
export async function takeSlot(slot: Slot, context: SlotContext): Promise<void> {
  const hold = await holdSlot(slot.id, context.procedure.id, newKey())
  const before = holding.hold
  Object.assign(holding, { hold, slot, context })
  if (before) giveBack(before)
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
  if (holding.hold) holding.hold = await extendHold(holding.hold.id)
}

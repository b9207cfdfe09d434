import { kept } from '@/ui'
import type { LocalDay } from '@/time'

/** The weeks that were opened or closed by hand, for the way back from a session's page. */
export const weeks = kept('partnerWeeks', () => ({ open: {} as Record<LocalDay, boolean> }))

import { shallowRef } from 'vue'
import type { Integrator } from '@/api/integrators'

/** The key that was made a moment ago, until its page is left. In memory only: it is in no address and no history. */
export const newKey = shallowRef<{
  system: string
  /** Null: its secret was in an answer that was lost. */
  key: NonNullable<Integrator['newKey']> | null
} | null>(null)

/** What came of making one. */
export function tell(made: Integrator): void {
  newKey.value = { system: made.id, key: made.newKey ?? null }
}

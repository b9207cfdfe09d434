import { shallowRef } from 'vue'
import type { Integrator } from '@/api/integrators'

/** The key that was made a moment ago, until its page is left. In memory only: it is in no address and no history. */
export const newKey = shallowRef<{ system: string; key: NonNullable<Integrator['newKey']> } | null>(null)

export function tell(made: Integrator): void {
  if (made.newKey) newKey.value = { system: made.id, key: made.newKey }
}

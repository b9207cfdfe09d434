import { computed, reactive, shallowRef, watch, type ShallowRef } from 'vue'
import type { Decision, Preview, Touched } from '@/api/planning'

/** What becomes of each booking that a change touches. What was decided stays decided while the form changes. */
export function useDecisions(preview: ShallowRef<Preview | null>) {
  const made = reactive(new Map<string, Decision>())
  /** Those the server named when it refused: made while somebody typed. */
  const late = shallowRef<Touched[]>([])
  const touched = computed(() => {
    const known = preview.value?.touched ?? []
    const more = late.value.filter(({ reference }) => !known.some((one) => one.reference === reference))
    return [...known, ...more].sort((one, other) => one.start.localeCompare(other.start))
  })
  const open = computed(() => touched.value.filter(({ reference }) => !made.has(reference)))
  const decisions = computed(() => touched.value.flatMap(({ reference }) => made.get(reference) ?? []))

  // A slot that the form no longer makes cannot be moved to, and in a session that falls nobody stays.
  watch(touched, (now) => {
    for (const { reference, proposals, mayKeep } of now) {
      const { decision, slotId } = made.get(reference) ?? {}
      if ((slotId && !proposals.some(({ id }) => id === slotId)) || (decision === 'keep' && !mayKeep)) made.delete(reference)
    }
  })

  function decide(reference: string, decision: Decision['decision'], slotId?: string): void {
    made.set(reference, { reference, decision, ...(slotId ? { slotId } : {}) })
  }

  /** The same for all that have none yet and may have it; those without a proposed slot stay open. */
  function decideRest(decision: Decision['decision']): void {
    for (const { reference, proposals, mayKeep } of open.value) {
      if (decision === 'keep' && !mayKeep) continue
      const given = (id: string) => [...made.values()].filter(({ slotId }) => slotId === id).length
      const slot = proposals.find(({ id, remaining }) => given(id) < remaining)
      if (decision !== 'move') decide(reference, decision)
      else if (slot) decide(reference, 'move', slot.id)
    }
  }
  return { made, late, touched, open, decisions, decide, decideRest }
}

export type Decisions = ReturnType<typeof useDecisions>

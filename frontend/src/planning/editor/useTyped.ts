import { computed, reactive, ref } from 'vue'
import type { Permanence, Scope } from '@/api/planning'
import { type LocalDay, today } from '@/time'
import { type Draft, draftOf, emptyDraft } from './draft'

/** How one occurrence changes: other times, or not at all. */
export interface Occurrence {
  leftOut: boolean
  /** Another day than its own: it moves there. */
  day: LocalDay | ''
  from: string
  to: string
}

/** All that is typed in the editor, and whether it is more than what was read. One day changes by its own fields alone, a series by the others. */
export function useTyped(date: LocalDay | undefined, isNew: boolean) {
  const draft = reactive({}) as Draft
  const occurrence = reactive<Occurrence>({ leftOut: false, day: date ?? '', from: '', to: '' })
  const scope = ref<Scope>(date && !isNew ? 'one' : 'all')
  const day = ref<LocalDay | ''>(date ?? '')
  const before = ref<{ draft: string; occurrence: string } | null>(null)
  const ready = computed(() => before.value !== null)
  const single = computed(() => scope.value === 'one')
  const snapshots = () => ({ draft: JSON.stringify(draft), occurrence: JSON.stringify(occurrence) })
  const dirty = computed(() => ready.value && before.value![single.value ? 'occurrence' : 'draft'] !== snapshots()[single.value ? 'occurrence' : 'draft'])

  /** Again as it was read. */
  function begin(base: Permanence | undefined, zone: string): void {
    Object.assign(draft, base ? draftOf(base) : emptyDraft(date ?? today(zone)))
    const moved = draft.oddDays.find((one) => one.date === date && one.from)
    Object.assign(occurrence, { leftOut: false, day: date ?? '', from: moved?.from ?? draft.from, to: moved?.to ?? draft.to })
    kept()
  }

  function kept(): void {
    before.value = snapshots()
  }

  return { draft, occurrence, scope, day, ready, single, dirty, begin, kept }
}

export type Typed = ReturnType<typeof useTyped>

import { computed, type Ref, ref, shallowRef, watch, type WritableComputedRef } from 'vue'
import type { ApiProblem } from '@/api'
import { focusOn } from '@/ui'
import { type Both, threeWay } from './threeWay'

/** Somebody else saved what is being edited: who and what, and what both changed. */
export interface Overtaken {
  detail: string
  both: Both[]
}

interface Kept<Row, Draft> {
  data: WritableComputedRef<Row | null>
  draftOf: (row: Row | null) => Draft
  read: () => Promise<Row>
}

/** What stands in the fields of something that is stored: filled, changed, and kept when somebody else saves meanwhile. */
export function useDraft<Row extends { version: number }, Draft extends object>({ data, draftOf, read }: Kept<Row, Draft>) {
  const draft = ref(draftOf(null)) as Ref<Draft>
  const saved = ref('')
  const overtaken = shallowRef<Overtaken | null>(null)
  let shown = -1

  function fill(row: Row | null): void {
    shown = row?.version ?? -1
    draft.value = draftOf(row)
    saved.value = JSON.stringify(draft.value)
  }
  // What stands in the fields already, perhaps with words over it, is not put there again.
  watch(data, (row) => (row && row.version === shown) || fill(row), { immediate: true })
  const dirty = computed(() => JSON.stringify(draft.value) !== saved.value)

  /** One's own words over what somebody else saved: the next time they are sent with its version. */
  async function catchUp({ detail }: ApiProblem): Promise<boolean> {
    const [base, mine] = [JSON.parse(saved.value) as Draft, draft.value]
    const row = await read().catch(() => null)
    if (!row) return false
    const both: Both[] = []
    data.value = row
    fill(row)
    draft.value = threeWay(base, mine, draft.value, both)
    overtaken.value = { detail, both }
    await focusOn('overtaken')
    return true
  }

  return { draft, dirty, overtaken, fill, catchUp }
}

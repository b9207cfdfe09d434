import { computed, type Ref, ref, shallowRef, watch, type WritableComputedRef } from 'vue'
import type { ApiProblem } from '@/api'
import { focusOn } from '@/ui'
import { type Both, threeWay } from './threeWay'

/** Somebody else saved what is being edited: who and what, as a refusal said it, and what both changed. */
export interface Overtaken {
  /** Empty: nothing was refused, it was only read again. */
  detail: string
  both: Both[]
}

/** What is stored says which version of it this is: by itself, or as it was read over HTTP. */
type Stored = { version: number } | { etag: string }
const stampOf = (row: Stored | null) => (row ? String('etag' in row ? row.etag : row.version) : '')

interface Kept<Row, Draft> {
  data: WritableComputedRef<Row | null>
  draftOf: (row: Row | null) => Draft
  read: () => Promise<Row>
}

/** What stands in the fields of something that is stored: filled, changed, and kept when somebody else saves meanwhile. */
export function useDraft<Row extends Stored, Draft extends object>({ data, draftOf, read }: Kept<Row, Draft>) {
  const draft = ref(draftOf(null)) as Ref<Draft>
  const saved = ref('')
  const overtaken = shallowRef<Overtaken | null>(null)
  let shown = ''

  function fill(row: Row | null): void {
    shown = stampOf(row)
    draft.value = draftOf(row)
    saved.value = JSON.stringify(draft.value)
  }
  /** @returns what both changed */
  function putOver(row: Row): Both[] {
    const [base, mine] = [JSON.parse(saved.value) as Draft, draft.value]
    const both: Both[] = []
    fill(row)
    draft.value = threeWay(base, mine, draft.value, both)
    return both
  }
  const dirty = computed(() => JSON.stringify(draft.value) !== saved.value)
  // What stands in the fields already, perhaps with words over it, is not put there again; another version goes under the words.
  watch(data, (row) => {
    if (row && stampOf(row) === shown) return
    if (!row || !shown || !dirty.value) return fill(row)
    const both = putOver(row)
    // From now on these words would be sent with its version: nobody would refuse them any more.
    if (both.length) overtaken.value = { detail: '', both }
  }, { immediate: true })

  /** One's own words over what somebody else saved: the next time they are sent with its version. */
  async function catchUp({ detail }: ApiProblem): Promise<boolean> {
    const row = await read().catch(() => null)
    if (!row) return false
    const both = putOver(row)
    data.value = row
    overtaken.value = { detail, both }
    await focusOn('overtaken')
    return true
  }

  return { draft, dirty, overtaken, fill, catchUp }
}

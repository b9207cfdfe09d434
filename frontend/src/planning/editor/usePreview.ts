import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { ApiProblem, type Failure } from '@/api'
import { type ChangeScope, type PermanenceForm, type Preview, previewPermanence } from '@/api/planning'
import { failureOf } from '@/ui'

/** Milliseconds without a change before the server is asked what the form would make. */
const PAUSE = 450

export interface Asked {
  /** None: the one occurrence is left out. */
  form?: PermanenceForm
  of: Partial<ChangeScope>
}

/** What the form would make, kept up to date while somebody types; `asked` is null while it cannot be asked. */
export function usePreview(asked: () => Asked | null) {
  const preview = shallowRef<Preview | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const busy = ref(false)
  const wanted = computed(() => JSON.stringify(asked()))
  const shown = ref('')
  let waiting: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  async function ask(): Promise<void> {
    clearTimeout(waiting)
    const now = asked()
    const text = wanted.value
    const mine = ++turn
    if (!now) {
      busy.value = false
      return
    }
    busy.value = true
    failure.value = null
    try {
      const found = await previewPermanence(now.form, now.of)
      if (mine === turn) [preview.value, shown.value] = [found, text]
    } catch (error) {
      // What is wrong with a field is said when it is sent: a preview never scolds.
      if (mine === turn && !(error instanceof ApiProblem && error.status === 400)) failure.value = failureOf(error)
    } finally {
      if (mine === turn) busy.value = false
    }
  }

  watch(
    wanted,
    () => {
      clearTimeout(waiting)
      turn++
      busy.value = asked() !== null
      waiting = setTimeout(() => void ask(), PAUSE)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(waiting)
    turn++
  })
  /** What is shown is what the form says now. */
  const fresh = computed(() => Boolean(preview.value) && shown.value === wanted.value)
  return { preview, failure, busy, fresh, ask }
}

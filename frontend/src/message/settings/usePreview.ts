import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { ApiProblem } from '@/api'
import { previewWords, type WordsPreview } from '@/api/messages'
import type { Wording } from './useWording'

/** Somebody is still typing for so long, in milliseconds. */
const PAUSE = 400

/** What somebody would receive, a moment after each change; the last good one stays while a field is wrong. */
export function usePreview({ place, draft, entry }: Wording) {
  const preview = shallowRef<WordsPreview | null>(null)
  /** By field: what the server cannot make a message of. */
  const wrong = ref<Record<string, string>>({})
  const unreachable = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  async function show(): Promise<void> {
    const mine = ++turn
    try {
      const made = await previewWords(place.value, { ...draft })
      if (mine !== turn) return
      preview.value = made
      wrong.value = {}
      unreachable.value = false
    } catch (error) {
      if (mine !== turn) return
      const errors = error instanceof ApiProblem ? error.errors : []
      wrong.value = Object.fromEntries(errors.map(({ field, message }) => [field.replace(/^words\./, ''), message]))
      unreachable.value = !errors.length
    }
  }

  // Another message is shown at once; what is typed, a moment later.
  watch(
    [() => ({ ...draft }), entry],
    (_, [, before]) => {
      clearTimeout(timer)
      if (!entry.value) return
      if (before === entry.value) timer = setTimeout(show, PAUSE)
      else void show()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
    turn++
  })
  return { preview, wrong, unreachable, show }
}

export type Preview = ReturnType<typeof usePreview>

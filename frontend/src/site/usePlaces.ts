import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { type Place, suggestPlaces } from '@/api'
import { t } from '@/text'

/** Milliseconds without a key before we ask: fewer questions on a weak network. */
const PAUSE = 250

export interface PlaceChoice {
  id: string
  label: string
  place: Place
}

export const choiceOf = (place: Place): PlaceChoice => ({ id: `${place.label} ${place.insee}`, label: place.label, place })

/** Places that may be meant by what is typed. Suggestions are a help only: when they fail, typing still works. */
export function usePlaces(typed: Ref<string>) {
  const choices = shallowRef<PlaceChoice[]>([])
  const asked = ref(false)
  let waiting: ReturnType<typeof setTimeout> | undefined
  let going: AbortController | undefined

  function stop(): void {
    clearTimeout(waiting)
    going?.abort()
  }

  async function ask(words: string): Promise<void> {
    going = new AbortController()
    const { signal } = going
    const found = await suggestPlaces(words, signal).catch(() => [])
    if (signal.aborted) return
    choices.value = found.map(choiceOf)
    asked.value = true
  }

  watch(typed, (words) => {
    stop()
    asked.value = false
    if (words.trim().length < 2) choices.value = []
    else waiting = setTimeout(() => void ask(words.trim()), PAUSE)
  })
  onScopeDispose(stop)

  const status = computed(() => {
    if (!asked.value) return ''
    return choices.value.length ? t('where.found', { count: choices.value.length }) : t('where.none')
  })
  return { choices, status }
}

import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { type Commune, suggestCommunes } from '@/api'
import { t } from '@/text'

/** Milliseconds without a key before we ask: fewer questions on a weak network. */
const PAUSE = 250

export interface CommuneChoice {
  id: string
  label: string
  detail: string
  commune: Commune
}

/** Communes that begin like what is typed. Suggestions are a help only: when they fail, typing still works. */
export function useCommunes(typed: Ref<string>) {
  const choices = shallowRef<CommuneChoice[]>([])
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
    const found = await suggestCommunes(words, signal).catch(() => [])
    if (signal.aborted) return
    choices.value = found.map((commune) => ({
      id: commune.insee,
      label: commune.name,
      detail: commune.postcodes.slice(0, 3).join(', '),
      commune,
    }))
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

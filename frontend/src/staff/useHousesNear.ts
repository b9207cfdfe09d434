import { computed } from 'vue'
import { searchSites } from '@/api'
import { keys } from './keys'
import { useRead } from './useRead'

/** So many letters make a place worth asking for. */
const LETTERS = 3

/** The houses around a town that is being typed, as choices. A place that is not known is no fault: there are none then. */
export function useHousesNear(typed: () => string) {
  const words = computed(() => typed().trim())
  const enough = computed(() => words.value.length >= LETTERS)
  const { data } = useRead(() => keys.site.near(words.value), () => searchSites({ near: words.value }), { when: () => enough.value })
  return computed(() => {
    const found = enough.value ? (data.value?.items ?? []) : []
    return found.map(({ id, name, address }) => ({ id, label: name, detail: address.commune ?? '' }))
  })
}

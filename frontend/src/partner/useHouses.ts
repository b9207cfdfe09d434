import { computed, ref, watch, type Ref } from 'vue'
import type { AgentSession } from '@/api/partners'

/** The houses that were met so far; the list does not shrink when one of them is chosen. */
export function useHouses(sessions: Ref<AgentSession[] | null>) {
  const met = ref(new Map<string, string>())
  watch(sessions, (found) => {
    for (const { site } of found ?? []) met.value.set(site.id, site.name)
  })
  return computed(() => [...met.value].map(([id, name]) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name)))
}

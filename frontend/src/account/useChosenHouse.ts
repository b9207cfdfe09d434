import { computed, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Me } from '@/api'
import { actsAt } from '@/login'
import { kept } from '@/ui'

/** The house that an agent works in now: chosen once, kept by the tab. Who knows it by its address alone learns its name there. */
const chosen = kept('house', () => ({ id: '' }))

export function useChosenHouse(me: () => Me) {
  const route = useRoute()
  const router = useRouter()
  const inAddress = computed(() => (route.meta.door === 'house' || route.meta.door === 'managers' ? String(route.params.id) : ''))

  watch(inAddress, (id) => id && actsAt(id) && (chosen.id = id), { immediate: true })

  const house = computed(() => {
    const sites = me().sites
    return chosen.id && actsAt(chosen.id) ? chosen.id : sites[0]?.id
  })

  /** The same page in the other house; what belongs to one thing of a house leads to that house's board. */
  async function choose(id: string): Promise<void> {
    chosen.id = id
    if (!inAddress.value) return
    const stays = route.name && Object.keys(route.params).every((param) => param === 'id')
    await router.push({ name: stays ? route.name! : 'board', params: { id } })
  }

  return { house, choose }
}

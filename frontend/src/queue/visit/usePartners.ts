import { computed } from 'vue'
import { useProcedures } from '@/staff'
import { pick } from '@/text'

/** Whose procedures a house has: who else may help somebody. */
export function usePartners(siteId: string) {
  const { data } = useProcedures(() => siteId)
  return computed(() => [...new Map((data.value ?? []).map(({ partner }) => [partner.id, { value: partner.id, label: pick(partner.name) }])).values()])
}

import { computed, ref, shallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { type Failure, readProcedure, searchSites, type SiteSummary } from '@/api'
import { failureOf, useLoad } from '@/ui'
import { errand } from './errand'

/** The houses near a place, page after page. */
export function useHouses() {
  const route = useRoute()
  const one = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
  const near = computed(() => one(route.query.lieu) ?? (errand.near || undefined))
  const procedure = computed(() => one(route.query.demarche))
  /** Only who knows what for can be served soonest. */
  const soonest = computed(() => Boolean(procedure.value) && route.query.tri === 'tot')
  const sort = computed(() => (soonest.value ? ('soonest' as const) : undefined))

  const first = useLoad(
    () => searchSites({ near: near.value, procedure: procedure.value, sort: sort.value }),
    () => `${near.value} ${procedure.value} ${sort.value}`,
  )
  const wanted = useLoad(
    async () => (procedure.value ? readProcedure(procedure.value) : null),
    () => procedure.value,
  )

  const more = shallowRef<{ after: unknown; items: SiteSummary[]; nextCursor?: string | null } | null>(null)
  const moreFailure = shallowRef<Failure | null>(null)
  const loadingMore = ref(false)
  const further = computed(() => (more.value?.after === first.data.value ? more.value : null))
  const houses = computed(() => [...(first.data.value?.items ?? []), ...(further.value?.items ?? [])])
  const cursor = computed(() => (further.value ?? first.data.value)?.nextCursor)
  const label = computed(() =>
    errand.label && errand.near === near.value ? errand.label : (first.data.value?.place?.label ?? ''),
  )
  /** The commune that is meant, when one is: picked, or understood from what was typed. */
  const insee = computed(() => (errand.insee && errand.near === near.value ? errand.insee : (first.data.value?.place?.insee ?? '')))

  async function loadMore(): Promise<void> {
    if (!cursor.value || loadingMore.value) return
    const after = first.data.value
    loadingMore.value = true
    moreFailure.value = null
    try {
      const page = await searchSites({ near: near.value, procedure: procedure.value, cursor: cursor.value, sort: sort.value })
      more.value = { after, items: [...(further.value?.items ?? []), ...page.items], nextCursor: page.nextCursor }
    } catch (error) {
      moreFailure.value = failureOf(error)
    } finally {
      loadingMore.value = false
    }
  }

  return { near, label, insee, procedure, soonest, wanted, first, houses, cursor, loadMore, loadingMore, moreFailure }
}

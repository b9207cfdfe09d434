import { computed, ref, shallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { type Failure, nextStopsIn, readProcedure, searchSites, type SiteSummary } from '@/api'
import { failureOf, useLoad } from '@/ui'
import { errand } from './errand'

/** The next times of a bus that are shown. */
const STOPS = 3

/** What was read last, while the same is wanted; null when nothing is, or no answer came: neither is worth an error. */
function remembered<T>(read: (key: string) => Promise<T>) {
  let last: { key?: string; value: Promise<T | null> } = { value: Promise.resolve(null) }
  return (key: string | undefined): Promise<T | null> => {
    if (key !== last.key) last = { key, value: key ? read(key).catch(() => null) : Promise.resolve(null) }
    return last.value
  }
}

/** The houses near a place, page after page. */
export function useHouses() {
  const route = useRoute()
  const one = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
  const near = computed(() => one(route.query.lieu) ?? (errand.near || undefined))
  const procedure = computed(() => one(route.query.demarche))
  /** Only who knows what for can be served soonest. */
  const soonest = computed(() => Boolean(procedure.value) && route.query.tri === 'tot')
  const sort = computed(() => (soonest.value ? ('soonest' as const) : undefined))

  /** Which houses are open now, for whoever comes without an appointment. */
  const comesNow = computed(() => route.query.venir === 'maintenant')
  /** Whom to telephone is all that is asked. */
  const calls = computed(() => route.query.pour === 'appel')
  const wantedOf = remembered((id) => readProcedure(id))
  const stopsOf = remembered((insee) => nextStopsIn(insee, STOPS))
  /** The commune that was picked, when one was. */
  const picked = () => (errand.insee && errand.near === near.value ? errand.insee : '')

  // All that stands above the list comes with it: nothing is pushed down by what would come later.
  async function read() {
    const [list, wanted] = await Promise.all([
      searchSites({ near: near.value, procedure: procedure.value, sort: sort.value }),
      wantedOf(procedure.value),
      stopsOf(picked()),
    ])
    return { ...list, wanted, stops: (await stopsOf(picked() || list.place?.insee)) ?? [] }
  }
  const first = useLoad(read, () => `${near.value} ${procedure.value} ${sort.value}`)

  const more = shallowRef<{ after: unknown; items: SiteSummary[]; nextCursor?: string | null } | null>(null)
  const moreFailure = shallowRef<Failure | null>(null)
  const loadingMore = ref(false)
  const further = computed(() => (more.value?.after === first.data.value ? more.value : null))
  const houses = computed(() => [...(first.data.value?.items ?? []), ...(further.value?.items ?? [])])
  const cursor = computed(() => (further.value ?? first.data.value)?.nextCursor)
  const label = computed(() =>
    errand.label && errand.near === near.value ? errand.label : (first.data.value?.place?.label ?? ''),
  )

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

  return { near, label, procedure, soonest, comesNow, calls, first, houses, cursor, loadMore, loadingMore, moreFailure }
}

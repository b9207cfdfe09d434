import { computed, ref, shallowRef } from 'vue'
import type { Failure } from '@/api'
import { type AgentSession, listAgentSessions } from '@/api/partners'
import { type LocalDay, plusDays, today } from '@/time'
import { failureOf, useLoad } from '@/ui'

/** How far back an agent looks for what is still to be noted, in days. */
const BACK = 14
const PAGE = 50

interface Found {
  items: AgentSession[]
  nextCursor?: string | null
  /** Those to confirm at once, as they were when the page was read: a card that is pressed stays where it is. */
  pressing: string[]
}

/** The sessions of an agent, those to come or those of the last days. */
export function useSessions(past: () => boolean, site: () => string) {
  const { data, failure, reload } = useLoad(read, () => `${past()} ${site()}`)
  const more = shallowRef<Failure | null>(null)
  const loadingMore = ref(false)

  function query() {
    // The days are each house's own: in some it is tomorrow already when in others it is not today yet.
    const day = today('Europe/Paris')
    const days = past() ? { from: plusDays(day, -BACK), to: plusDays(day, 1) } : {}
    return { ...days, ...(site() ? { site: site() } : {}), limit: PAGE }
  }

  async function list(cursor?: string) {
    const page = await listAgentSessions({ ...query(), ...(cursor ? { cursor } : {}) })
    return past() ? { ...page, items: page.items.filter(({ date, site: { zone } }) => date < today(zone)) } : page
  }

  async function read(): Promise<Found> {
    const first = list()
    if (past()) return { ...(await first), pressing: [] }
    const [unconfirmed, { items, nextCursor }] = await Promise.all([listAgentSessions({ ...query(), unconfirmed: true }), first])
    const urgent = unconfirmed.items.filter(({ actions }) => actions.includes('confirm'))
    const pressing = urgent.map(({ id }) => id)
    return { items: [...urgent, ...items.filter(({ id }) => !pressing.includes(id))], nextCursor, pressing }
  }

  async function loadMore(): Promise<void> {
    const before = data.value
    if (!before?.nextCursor || loadingMore.value) return
    loadingMore.value = true
    more.value = null
    try {
      const page = await list(before.nextCursor)
      const known = new Set(before.items.map(({ id }) => id))
      if (data.value === before) data.value = { ...before, items: [...before.items, ...page.items.filter(({ id }) => !known.has(id))], nextCursor: page.nextCursor }
    } catch (error) {
      more.value = failureOf(error)
    } finally {
      loadingMore.value = false
    }
  }

  function replace(session: AgentSession): void {
    if (data.value) data.value = { ...data.value, items: data.value.items.map((one) => (one.id === session.id ? session : one)) }
  }

  const pressing = computed(() => (data.value?.items ?? []).filter(({ id }) => data.value!.pressing.includes(id)))
  const days = computed(() => {
    const found = new Map<LocalDay, AgentSession[]>()
    for (const session of data.value?.items ?? []) {
      if (!data.value!.pressing.includes(session.id)) found.set(session.date, [...(found.get(session.date) ?? []), session])
    }
    const inOrder = [...found].map(([day, sessions]) => ({ day, sessions }))
    return past() ? inOrder.reverse() : inOrder
  })
  return { data, failure, reload, pressing, days, replace, loadMore, loadingMore, moreFailure: more }
}

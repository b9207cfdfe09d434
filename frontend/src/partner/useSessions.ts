import { computed } from 'vue'
import { type AgentSession, listAgentSessions } from '@/api/partners'
import { keys, usePages } from '@/staff'
import { type LocalDay, plusDays, today } from '@/time'

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
  const { pages, change, ...paging } = usePages(() => keys.partner.sessions(past(), site()), read)

  function query() {
    // The days are each house's own: in some it is tomorrow already when in others it is not today yet.
    const day = today('Europe/Paris')
    const days = past() ? { from: plusDays(day, -BACK), to: plusDays(day, 1) } : {}
    return { ...days, ...(site() ? { site: site() } : {}), limit: PAGE }
  }

  async function list(cursor?: string): Promise<Found> {
    const page = await listAgentSessions({ ...query(), ...(cursor ? { cursor } : {}) })
    const items = past() ? page.items.filter(({ date, site: { zone } }) => date < today(zone)) : page.items
    return { ...page, items, pressing: [] }
  }

  async function read(cursor?: string): Promise<Found> {
    if (cursor || past()) return list(cursor)
    const [unconfirmed, { items, nextCursor }] = await Promise.all([listAgentSessions({ ...query(), unconfirmed: true }), list()])
    const urgent = unconfirmed.items.filter(({ actions }) => actions.includes('confirm') && !actions.includes('markHeld'))
    return { items: [...urgent, ...items], nextCursor, pressing: urgent.map(({ id }) => id) }
  }

  function replace(session: AgentSession): void {
    change((page) => ({ ...page, items: page.items.map((one) => (one.id === session.id ? session : one)) }))
  }

  /** Each once: one to confirm at once stands on a later page, too. */
  const sessions = computed(() => {
    const all = pages.value?.flatMap(({ items }) => items) ?? null
    return all?.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at) ?? null
  })
  const urgent = computed(() => new Set(pages.value?.flatMap(({ pressing }) => pressing)))
  const pressing = computed(() => (sessions.value ?? []).filter(({ id }) => urgent.value.has(id)))
  const days = computed(() => {
    const found = new Map<LocalDay, AgentSession[]>()
    for (const session of sessions.value ?? []) {
      if (!urgent.value.has(session.id)) found.set(session.date, [...(found.get(session.date) ?? []), session])
    }
    const inOrder = [...found].map(([day, those]) => ({ day, sessions: those }))
    return past() ? inOrder.reverse() : inOrder
  })
  return { sessions, pressing, days, replace, ...paging }
}

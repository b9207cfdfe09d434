import { computed } from 'vue'
import { type AgentSession, listAgentSessions } from '@/api/partners'
import { plusDays, today } from '@/time'
import { keys, useRead } from '@/staff'

/** A partner confirms or is late while the board is open: asked for again this often, in milliseconds. */
const AGAIN = 120_000

/** The house's sessions of today, and those that nobody confirmed in time. Without an answer nothing is said. */
export function useHouseSessions(siteId: string, zone: string) {
  const { data } = useRead(() => keys.queue.sessions(siteId), async () => {
    const day = today(zone)
    const [ofToday, unconfirmed] = await Promise.all([
      listAgentSessions({ site: siteId, from: day, to: plusDays(day, 1), limit: 100 }),
      listAgentSessions({ site: siteId, unconfirmed: true, limit: 20 }),
    ])
    return { ofToday: ofToday.items, unconfirmed: unconfirmed.items }
  }, { every: AGAIN })

  const byId = computed(() => new Map<string, AgentSession>((data.value?.ofToday ?? []).map((one) => [one.id, one])))
  const unconfirmed = computed(() => (data.value?.unconfirmed ?? []).filter(({ state }) => state === 'planned'))
  return { byId, unconfirmed }
}

import { computed } from 'vue'
import { listProcedures, listSessions, type Procedure, type Session } from '@/api'
import { plusDays, today } from '@/time'
import { useLoad } from '@/ui'

/** Who may receive somebody now: a partner in a session of today, or the house itself (null). */
export type Host = Session | null

/** What people may come for today at a house, and who can receive them. Public: kiosks ask it too. */
export function useErrands({ id, zone }: { id: string; zone: string }) {
  const { data, failure, reload } = useLoad(async () => {
    const day = today(zone)
    const [procedures, sessions] = await Promise.all([listProcedures(id), listSessions(id, day, plusDays(day, 1))])
    return { procedures, sessions }
  })
  const procedures = computed(() => data.value?.procedures ?? [])

  /** The house first, except for what only a partner does; `now` in milliseconds. */
  function hostsOf(procedure: Procedure, now: number): Host[] {
    const partners = (data.value?.sessions ?? [])
      .filter((session) => session.host === 'partner' && session.state !== 'cancelled' && Date.parse(session.end) > now)
      .filter((session) => session.procedures.some(({ id: one }) => one === procedure.id))
    return procedure.channel === 'permanence' ? [...partners, null] : [null, ...partners]
  }

  return { procedures, hostsOf, failure, reload }
}

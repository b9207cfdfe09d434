import { listProcedures, listSessions, type Procedure, type Session, type Site } from '@/api'
import { plusDays, today } from '@/time'

/** Who may receive somebody now: a partner in a session of today, or the house itself (null). */
export type Host = Session | null

/** What people may come for today at a house, and the sessions in which partners receive them. */
export interface Errands {
  procedures: Procedure[]
  sessions: Session[]
}

/** Public: kiosks ask it, too. */
export async function readErrands({ id, zone }: Pick<Site, 'id' | 'zone'>): Promise<Errands> {
  const day = today(zone)
  const [procedures, sessions] = await Promise.all([listProcedures(id), listSessions(id, day, plusDays(day, 1))])
  return { procedures, sessions }
}

/** Who can receive somebody for it: the house first, except for what only a partner does; `now` in milliseconds. */
export function hostsOf(procedure: Procedure, errands: Errands | null, now: number): Host[] {
  const partners = (errands?.sessions ?? [])
    .filter((session) => session.host === 'partner' && session.state !== 'cancelled' && Date.parse(session.stoppedAt ?? session.end) > now)
    .filter((session) => session.procedures.some(({ id }) => id === procedure.id))
  return procedure.channel === 'permanence' ? [...partners, null] : [null, ...partners]
}

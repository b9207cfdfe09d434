import { isProblem } from '@/api'
import * as api from '@/api/partners'
import type { AgentSession, Attendance, Mark, WalkIn } from '@/api/partners'
import { t } from '@/text'
import { keys, useRead } from '@/staff'
import type { DoneLine } from '@/ui/useDone'
import { marking, overtaken, wholeMark } from './mark'

/** People take numbers all the time: the list is asked for again this often, in milliseconds. */
const AGAIN = 60_000

export const numberName = ({ number }: WalkIn): string => t('walkIns.name', { number })

/** Who came to a session without an appointment, and what is said of each visit. */
export function useWalkIns(session: () => AgentSession, done: DoneLine, noted: () => void) {
  const { data: walkIns, failure, reload } = useRead(() => keys.partner.walkIns(session().id), () => api.listWalkIns(session().id), {
    every: AGAIN,
    unless: () => done.busy.value,
  })

  async function put(id: string, seen: number, whole: Mark): Promise<Attendance> {
    try {
      const attendance = await api.markWalkIn(id, seen, whole)
      walkIns.value = (walkIns.value ?? []).map((other) => (other.ticketId === id ? { ...other, attendance } : other))
      return attendance
    } catch (error) {
      if (overtaken(error) || isProblem(error, 'attendance-not-allowed')) await reload()
      throw error
    }
  }

  function mark(one: WalkIn, change: Partial<Mark>): Promise<boolean> {
    const whole = wholeMark(one.attendance, change)
    return done.run(async () => {
      const marked = await marking({ before: one.attendance, whole, said: t(`people.said.${whole.outcome}`, { name: numberName(one) }), put: (seen, it) => put(one.ticketId, seen, it) })
      if (whole.received) await reload()
      noted()
      return marked
    }, one.ticketId)
  }

  return { walkIns, failure, reload, mark }
}

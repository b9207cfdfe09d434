import { isProblem } from '@/api'
import * as api from '@/api/partners'
import type { AgentSession, Mark, WalkIn } from '@/api/partners'
import { t } from '@/text'
import { keys, useRead } from '@/staff'
import type { DoneLine } from '@/ui/useDone'
import { overtaken, wholeMark } from './mark'

/** People take numbers all the time: the list is asked for again this often, in milliseconds. */
const AGAIN = 60_000

export const numberName = ({ number }: WalkIn): string => t('walkIns.name', { number })

/** Who came to a session without an appointment, and what is said of each visit. */
export function useWalkIns(session: () => AgentSession, done: DoneLine, noted: () => void) {
  const { data: walkIns, failure, reload } = useRead(() => keys.partner.walkIns(session().id), () => api.listWalkIns(session().id), {
    every: AGAIN,
    unless: () => done.busy.value,
  })

  function mark(one: WalkIn, change: Partial<Mark>): Promise<boolean> {
    const whole = wholeMark(one.attendance, change)
    return done.run(async () => {
      try {
        const attendance = await api.markWalkIn(one.ticketId, one.attendance?.version ?? 0, whole)
        walkIns.value = (walkIns.value ?? []).map((other) => (other.ticketId === one.ticketId ? { ...other, attendance } : other))
      } catch (error) {
        if (overtaken(error) || isProblem(error, 'attendance-not-allowed')) await reload()
        throw error
      }
      if (whole.received) await reload()
      noted()
      return { said: t(`people.said.${whole.outcome}`, { name: numberName(one) }) }
    })
  }

  return { walkIns, failure, reload, mark }
}

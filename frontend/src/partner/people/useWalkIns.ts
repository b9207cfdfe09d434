import * as api from '@/api/partners'
import type { AgentSession, Attendance, Mark, WalkIn } from '@/api/partners'
import { t } from '@/text'
import { keys, useRead } from '@/staff'
import type { DoneLine } from '@/ui/useDone'
import { marking, unmarking, type Voice, voice, wholeMark } from './mark'

/** People take numbers all the time: the list is asked for again this often, in milliseconds. */
const AGAIN = 60_000

export const numberName = ({ number }: WalkIn): string => t('walkIns.name', { number })

/** Who came to a session without an appointment, and what is said of each visit. */
export function useWalkIns(session: () => AgentSession, done: DoneLine, noted: () => void) {
  const { data: walkIns, failure, reload } = useRead(() => keys.partner.walkIns(session().id), () => api.listWalkIns(session().id), {
    every: AGAIN,
    unless: () => done.busy.value,
  })

  const voiceOf = ({ ticketId }: WalkIn): Voice =>
    voice(
      { put: (seen, whole) => api.markWalkIn(ticketId, seen, whole), unput: (seen) => api.unmarkWalkIn(ticketId, seen) },
      (attendance) => {
        walkIns.value = (walkIns.value ?? []).map((other) => (other.ticketId === ticketId ? { ...other, attendance } : other))
        noted()
      },
      reload,
    )

  function mark(one: WalkIn, change: Partial<Mark>): Promise<boolean> {
    const whole = wholeMark(one.attendance, change)
    return done.run(async () => {
      const marked = await marking({ before: one.attendance, whole, said: t(`people.said.${whole.outcome}`, { name: numberName(one) }), ...voiceOf(one) })
      if (whole.received) await reload()
      return marked
    }, one.ticketId)
  }

  function unmark(one: WalkIn, before: Attendance): Promise<boolean> {
    return done.run(() => unmarking({ before, said: t('people.said.unmarked', { name: numberName(one) }), ...voiceOf(one) }), one.ticketId)
  }

  return { walkIns, failure, reload, mark, unmark }
}

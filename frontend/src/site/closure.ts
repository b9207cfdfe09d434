import type { Closure } from '@/api'
import { t, tongue } from '@/text'
import { plusDays, spellDay, spellLocalTime } from '@/time'

/** A closure as people say it. `to` is the moment of opening again; a whole day is said by its last day closed. */
export function spellClosure({ from, to }: Closure): string {
  const [start, end] = [moment(from), moment(to)]
  if (start.time === '00:00' && end.time === '00:00') {
    const last = plusDays(end.day, -1)
    if (last <= start.day) return t('house.closureDay', { from: spellDay(start.day, tongue()) })
    return t('house.closure', { from: spellDay(start.day, tongue()), to: spellDay(last, tongue()) })
  }
  if (start.day === end.day) {
    const [opens, closes] = [spellLocalTime(start.time, tongue()), spellLocalTime(end.time, tongue())]
    return t('house.closureHours', { day: spellDay(start.day, tongue()), from: opens, to: closes })
  }
  return t('house.closure', { from: withTime(start), to: withTime(end) })
}

const moment = (local: string) => ({ day: local.slice(0, 10), time: local.slice(11, 16) || '00:00' })

function withTime({ day, time }: { day: string; time: string }): string {
  return time === '00:00' ? spellDay(day, tongue()) : `${spellDay(day, tongue())}, ${spellLocalTime(time, tongue())}`
}

import { reactive } from 'vue'
import { onceKeys } from '@/api'
import { type Agenda, enterLate, type LateEntry } from '@/api/queue'
import { useSending } from '@/staff'
import { t } from '@/text'
import { atLocal } from '@/time'
import { focusOn, type FormError } from '@/ui'

const FIELDS = { reference: 'late-booking', procedureId: 'late-procedure', arrivedAt: 'late-arrived', startedAt: 'late-started', endedAt: 'late-ended' }

const empty = () => ({
  booked: false,
  reference: '',
  procedureId: '',
  arrived: '',
  started: '',
  ended: '',
  outcome: 'done' as LateEntry['outcome'],
  priority: false,
})

/** One line of the paper sheet at a time; times are those of the house, today. */
export function useLate(siteId: string, agenda: () => Agenda) {
  const { form, busy, said: saved, failure, attempt } = useSending(FIELDS)
  const line = reactive(empty())
  let keyFor = onceKeys()

  function mistakes(): FormError[] {
    const found: FormError[] = []
    const wrong = (id: string, message: string) => found.push({ id, message })
    if (!(line.booked ? line.reference : line.procedureId)) wrong(line.booked ? 'late-booking' : 'late-procedure', t('late.error.who'))
    if (!line.arrived) wrong('late-arrived', t('late.error.time'))
    const times = [line.arrived, line.started, line.ended].filter(Boolean)
    if (times.some((time, at) => at > 0 && time < times[at - 1]!)) wrong('late-arrived', t('late.error.order'))
    return found
  }

  function entry(): LateEntry {
    const { date, zone } = agenda()
    const at = (time: string) => atLocal(date, time, zone)
    return {
      ...(line.booked ? { reference: line.reference } : { procedureId: line.procedureId }),
      arrivedAt: at(line.arrived),
      ...(line.started ? { startedAt: at(line.started) } : {}),
      ...(line.ended ? { endedAt: at(line.ended) } : {}),
      outcome: line.outcome,
      ...(line.priority ? { priority: true } : {}),
    }
  }

  async function send(): Promise<boolean> {
    if (busy.value || !form.check(mistakes())) return false
    const body = entry()
    return attempt(async () => {
      const { number } = await enterLate(siteId, body, keyFor(body))
      // The next line is most often of the same kind.
      Object.assign(line, { ...empty(), booked: line.booked })
      // Two people may well have the same line.
      keyFor = onceKeys()
      await focusOn(line.booked ? 'late-booking' : 'late-procedure')
      return t('late.saved', { number })
    })
  }

  return { form, line, busy, saved, failure, send }
}

import { reactive, ref, shallowRef } from 'vue'
import { ApiProblem, type Failure, onceKeys } from '@/api'
import { type Agenda, enterLate, type LateEntry } from '@/api/queue'
import { t } from '@/text'
import { atLocal } from '@/time'
import { failureOf, focusOn, type FormError, useForm } from '@/ui'

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
  const form = useForm(FIELDS)
  const line = reactive(empty())
  const busy = ref(false)
  const saved = ref('')
  const failure = shallowRef<Failure | null>(null)
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
    busy.value = true
    failure.value = null
    const body = entry()
    try {
      const { number } = await enterLate(siteId, body, keyFor(body))
      saved.value = t('late.saved', { number })
      // The next line is most often of the same kind.
      Object.assign(line, { ...empty(), booked: line.booked })
      // Two people may well have the same line.
      keyFor = onceKeys()
      await focusOn(line.booked ? 'late-booking' : 'late-procedure')
      return true
    } catch (error) {
      if (error instanceof ApiProblem && error.errors.length) form.refuse(error.errors)
      else if (error instanceof ApiProblem && error.status < 500 && error.detail) form.check([{ id: '', message: error.detail }])
      else failure.value = failureOf(error)
      return false
    } finally {
      busy.value = false
    }
  }

  return { form, line, busy, saved, failure, send }
}

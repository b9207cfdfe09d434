import { listSessions, onceKeys, type Site } from '@/api'
import { addCounter, archiveCounter, changeCounter, type Counter, type CounterRequest, listCounters } from '@/api/queue'
import { keys, readProcedures, useRead, useSending } from '@/staff'
import { t } from '@/text'
import { plusDays, today } from '@/time'

const FIELDS = { name: 'counter-name', serves: 'counter-serves', procedureIds: 'counter-serves', permanenceId: 'counter-serves' }

/** A manager's counters of a house, and what they can be set to serve. */
export function useCounters(site: Site) {
  const loading = useRead(() => keys.queue.counters(site.id), readAll)

  async function readAll() {
    const day = today(site.zone)
    const [counters, procedures, sessions] = await Promise.all([
      listCounters(site.id),
      readProcedures(site.id),
      // A month shows each permanence once at least, but those that come more rarely.
      listSessions(site.id, day, plusDays(day, 31)),
    ])
    // One line each permanence, though it comes every week.
    const permanences = [...new Map(sessions.filter(({ partner }) => partner).map((one) => [one.permanenceId, one])).values()]
    return { counters, procedures, permanences }
  }
  const { form, busy, said, failure, attempt } = useSending(FIELDS, async () => {
    form.check([{ id: '', message: t('settings.stale') }])
    await loading.reload()
  })
  let keyFor = onceKeys()

  const change = (work: () => Promise<string>) =>
    attempt(async () => {
      const done = await work()
      keyFor = onceKeys()
      await loading.reload()
      return done
    })

  function save(counter: Counter | null, body: CounterRequest): Promise<boolean> {
    const missing = []
    if (!body.name.trim()) missing.push({ id: 'counter-name', message: t('settings.nameMissing') })
    const nobody = (body.serves === 'procedures' && !body.procedureIds?.length) || (body.serves === 'permanence' && !body.permanenceId)
    if (nobody) missing.push({ id: 'counter-serves', message: t('settings.servesMissing') })
    if (!form.check(missing)) return Promise.resolve(false)
    return change(async () => {
      const { name } = counter ? await changeCounter(counter, body) : await addCounter(site.id, body, keyFor(body))
      return t('settings.saved', { name })
    })
  }

  function archive(counter: Counter): Promise<boolean> {
    return change(async () => {
      await archiveCounter(counter)
      return t('settings.archived', { name: counter.name })
    })
  }

  return { loading, form, busy, said, failure, save, archive }
}

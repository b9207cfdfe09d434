import { listSessions, onceKeys, type Site } from '@/api'
import { addCounter, archiveCounter, changeCounter, type Counter, type CounterRequest, listCounters } from '@/api/queue'
import { keys, readProcedures, useRead, useSending } from '@/staff'
import { t } from '@/text'
import { plusDays, today } from '@/time'

const FIELDS = { name: 'desk-name', serves: 'desk-serves', procedureIds: 'desk-serves', permanenceId: 'desk-serves' }

/** A manager's desks of a house, and what they can be set to serve. */
export function useDesks(site: Site) {
  const loading = useRead(() => keys.queue.desks(site.id), readAll)

  async function readAll() {
    const day = today(site.zone)
    const [desks, procedures, sessions] = await Promise.all([
      listCounters(site.id),
      readProcedures(site.id),
      // A month shows each permanence once at least, but those that come more rarely.
      listSessions(site.id, day, plusDays(day, 31)),
    ])
    // One line each permanence, though it comes every week.
    const permanences = [...new Map(sessions.filter(({ partner }) => partner).map((one) => [one.permanenceId, one])).values()]
    return { desks, procedures, permanences }
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

  function save(desk: Counter | null, body: CounterRequest): Promise<boolean> {
    const missing = []
    if (!body.name.trim()) missing.push({ id: 'desk-name', message: t('settings.nameMissing') })
    const nobody = (body.serves === 'procedures' && !body.procedureIds?.length) || (body.serves === 'permanence' && !body.permanenceId)
    if (nobody) missing.push({ id: 'desk-serves', message: t('settings.servesMissing') })
    if (!form.check(missing)) return Promise.resolve(false)
    return change(async () => {
      const { name } = desk ? await changeCounter(desk, body) : await addCounter(site.id, body, keyFor(body))
      return t('settings.saved', { name })
    })
  }

  function archive(desk: Counter): Promise<boolean> {
    return change(async () => {
      await archiveCounter(desk)
      return t('settings.archived', { name: desk.name })
    })
  }

  return { loading, form, busy, said, failure, save, archive }
}

import { ref, shallowRef } from 'vue'
import { ApiProblem, type Failure, isProblem, listProcedures, listSessions, onceKeys, type Site } from '@/api'
import { addCounter, archiveCounter, changeCounter, type Counter, type CounterRequest, listCounters } from '@/api/queue'
import { t } from '@/text'
import { plusDays, today } from '@/time'
import { failureOf, useForm, useLoad } from '@/ui'

/** A manager's desks of a house, and what they can be set to serve. */
export function useDesks(site: Site) {
  const loading = useLoad(async () => {
    const day = today(site.zone)
    const [desks, procedures, sessions] = await Promise.all([
      listCounters(site.id),
      listProcedures(site.id),
      // A month shows each permanence once at least, but those that come more rarely.
      listSessions(site.id, day, plusDays(day, 31)),
    ])
    // One line each permanence, though it comes every week.
    const permanences = [...new Map(sessions.filter(({ partner }) => partner).map((one) => [one.permanenceId, one])).values()]
    return { desks, procedures, permanences }
  })
  const form = useForm({ name: 'desk-name', serves: 'desk-serves', procedureIds: 'desk-serves', permanenceId: 'desk-serves' })
  const busy = ref(false)
  const said = ref('')
  const failure = shallowRef<Failure | null>(null)
  let keyFor = onceKeys()

  async function attempt(work: () => Promise<string>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    failure.value = null
    try {
      said.value = await work()
      keyFor = onceKeys()
      await loading.reload()
      return true
    } catch (error) {
      explain(error)
      return false
    } finally {
      busy.value = false
    }
  }

  function explain(error: unknown): void {
    if (isProblem(error) && error.status === 412) {
      form.check([{ id: '', message: t('settings.stale') }])
      void loading.reload()
    } else if (error instanceof ApiProblem && error.errors.length) form.refuse(error.errors)
    else if (error instanceof ApiProblem && error.status < 500 && error.detail) form.check([{ id: '', message: error.detail }])
    else failure.value = failureOf(error)
  }

  function save(desk: Counter | null, body: CounterRequest): Promise<boolean> {
    const missing = []
    if (!body.name.trim()) missing.push({ id: 'desk-name', message: t('settings.nameMissing') })
    const nobody = (body.serves === 'procedures' && !body.procedureIds?.length) || (body.serves === 'permanence' && !body.permanenceId)
    if (nobody) missing.push({ id: 'desk-serves', message: t('settings.servesMissing') })
    if (!form.check(missing)) return Promise.resolve(false)
    return attempt(async () => {
      const { name } = desk ? await changeCounter(desk, body) : await addCounter(site.id, body, keyFor(body))
      return t('settings.saved', { name })
    })
  }

  function archive(desk: Counter): Promise<boolean> {
    return attempt(async () => {
      await archiveCounter(desk)
      return t('settings.archived', { name: desk.name })
    })
  }

  return { loading, form, busy, said, failure, save, archive }
}

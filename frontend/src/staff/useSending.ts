import { ref, shallowRef } from 'vue'
import { ApiProblem, type Failure } from '@/api'
import { failureOf, useForm } from '@/ui'

/** One thing sent at a time, and its refusal where it belongs; `stale`: somebody else was quicker. */
export function useSending(fieldIds: Record<string, string> = {}, stale?: (error: ApiProblem) => Promise<void>) {
  const form = useForm(fieldIds)
  const busy = ref(false)
  const said = ref('')
  const failure = shallowRef<Failure | null>(null)

  /** `work` gives the words for what was done. */
  async function attempt(work: () => Promise<string>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    failure.value = null
    said.value = ''
    try {
      said.value = await work()
      return true
    } catch (error) {
      await explain(error)
      return false
    } finally {
      busy.value = false
    }
  }

  async function explain(error: unknown): Promise<void> {
    if (stale && error instanceof ApiProblem && error.status === 412) await stale(error)
    else if (error instanceof ApiProblem && error.errors.length) form.refuse(error.errors)
    else if (error instanceof ApiProblem && error.status < 500 && error.detail) form.check([{ id: '', message: error.detail }])
    else failure.value = failureOf(error)
  }

  return { form, busy, said, failure, attempt, explain }
}

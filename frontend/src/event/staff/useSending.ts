import { ref, shallowRef } from 'vue'
import { ApiProblem, type Failure } from '@/api'
import { failureOf, useForm } from '@/ui'

/** One thing sent at a time, and its refusal where it belongs; `stale`: somebody else was quicker. */
export function useSending(fieldIds: Record<string, string> = {}, stale: () => Promise<void> = async () => undefined) {
  const form = useForm(fieldIds)
  const busy = ref(false)
  const said = ref('')
  const failure = shallowRef<Failure | null>(null)

  async function attempt(work: () => Promise<string>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    failure.value = null
    said.value = ''
    try {
      said.value = await work()
      return true
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 412) await stale()
      else if (error instanceof ApiProblem && error.errors.length) form.refuse(error.errors)
      else if (error instanceof ApiProblem && error.status < 500 && error.detail) form.check([{ id: '', message: error.detail }])
      else failure.value = failureOf(error)
      return false
    } finally {
      busy.value = false
    }
  }
  return { form, busy, said, failure, attempt }
}

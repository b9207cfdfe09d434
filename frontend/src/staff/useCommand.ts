import { ref, shallowRef } from 'vue'
import { ApiProblem, type Failure } from '@/api'
import { failureOf } from '@/ui'

/** One command at a time, without a form: what the server refuses is said in its own words. */
export function useCommand() {
  const busy = ref(false)
  const refused = ref('')
  const failure = shallowRef<Failure | null>(null)

  function clear(): void {
    refused.value = ''
    failure.value = null
  }

  /** The code of the refusal, or null when it was done. */
  async function run(work: () => Promise<unknown>): Promise<string | null> {
    if (busy.value) return 'busy'
    busy.value = true
    clear()
    try {
      await work()
      return null
    } catch (error) {
      if (error instanceof ApiProblem && error.status < 500 && error.detail) refused.value = wordsOf(error)
      else failure.value = failureOf(error)
      return error instanceof ApiProblem ? error.code : 'no-answer'
    } finally {
      busy.value = false
    }
  }

  return { busy, refused, failure, clear, run }
}

/** What is wrong with a field says more than that one is wrong. */
function wordsOf({ code, detail, errors }: ApiProblem): string {
  return (code === 'invalid-request' && errors[0]?.message) || detail
}

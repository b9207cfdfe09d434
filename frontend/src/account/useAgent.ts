import { ref, shallowRef } from 'vue'
import { type Failure, isProblem, type Me, readMe } from '@/api'
import { agent, forget, token } from '@/login'
import { failureOf } from '@/ui'

export type AgentState = 'loading' | 'out' | 'in' | 'expired' | 'forbidden' | 'failed'

/** Who is logged in, and what to say when nobody is or nothing answers. */
export function useAgent() {
  const state = ref<AgentState>('loading')
  const me = shallowRef<Me | null>(null)
  const failure = shallowRef<Failure | null>(null)
  /** Why the API knows no agent in who is logged in, in its words. */
  const refusal = ref('')

  async function load(): Promise<void> {
    state.value = 'loading'
    failure.value = null
    refusal.value = ''
    try {
      const bearer = await token()
      if (!bearer) {
        state.value = 'out'
        return
      }
      me.value = await readMe(bearer)
      agent.value = me.value
      state.value = 'in'
    } catch (error) {
      if (isProblem(error, 'unauthorized')) {
        await forget()
        state.value = 'expired'
      } else if (isProblem(error, 'forbidden')) {
        state.value = 'forbidden'
      } else if (isProblem(error, 'account-disabled') || isProblem(error, 'account-unknown')) {
        refusal.value = error.detail
        state.value = 'forbidden'
      } else {
        failure.value = failureOf(error)
        state.value = 'failed'
      }
    }
  }

  return { state, me, failure, refusal, load }
}

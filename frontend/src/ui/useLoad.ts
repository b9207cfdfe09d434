import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { ApiProblem, type Failure, NoAnswer } from '@/api'

export interface Loading<T> {
  data: ShallowRef<T | null>
  failure: ShallowRef<Failure | null>
  busy: Ref<boolean>
  reload: () => Promise<void>
}

/** Any error as one of the two that a screen can explain. */
export function failureOf(error: unknown): Failure {
  return error instanceof ApiProblem || error instanceof NoAnswer ? error : new NoAnswer(String(error))
}

/** Reads something for a page, again whenever `key` changes; an answer that comes too late is dropped. */
export function useLoad<T>(read: () => Promise<T>, key: () => unknown = () => null): Loading<T> {
  const data = shallowRef<T | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const busy = ref(false)
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    busy.value = true
    failure.value = null
    try {
      const found = await read()
      if (mine === turn) data.value = found
    } catch (error) {
      if (mine === turn) failure.value = failureOf(error)
    } finally {
      if (mine === turn) busy.value = false
    }
  }

  watch(key, reload, { immediate: true })
  onScopeDispose(() => turn++)
  return { data, failure, busy, reload }
}

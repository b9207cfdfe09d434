import { ref } from 'vue'
import { loginOver } from '@/api/queue'

/** What waits for the next login. */
interface Waiting {
  done: Promise<string>
  resolve: (token: string) => void
  reject: (error: Error) => void
}
let waiting: Waiting | null = null
const listeners = new Set<() => void>()

/** Whether something that was to be done waits for a login. */
export const asked = ref(false)

/** The token of the next login, once it is there. */
export function regain(): Promise<string> {
  waiting ??= begin()
  asked.value = true
  return waiting.done
}

function begin(): Waiting {
  const made = {} as Waiting
  made.done = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }))
  return made
}

/** Not now: what waits is not done, and says so where it was asked for. */
export function later(): void {
  end()?.reject(loginOver())
}

/** The same agent is back: what waits goes on. */
export function goOn(token: string): void {
  end()?.resolve(token)
  for (const listener of listeners) listener()
}

function end(): Waiting | null {
  const ended = waiting
  waiting = null
  asked.value = false
  return ended
}

export function whenBack(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

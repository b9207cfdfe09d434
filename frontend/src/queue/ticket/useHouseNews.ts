import { onScopeDispose, ref } from 'vue'
import { type Stop, streamBoard } from '@/api/queue'

/** Several changes together are one question; phones of a whole room must not ask at the same instant. In milliseconds. */
const [TOGETHER, SPREAD] = [100, 400]

/** Tells `ask` that something happened in a house, as its board's stream says; `near`: whoever it concerns waits no longer than needed. */
export function useHouseNews(ask: () => Promise<void>, near: () => boolean) {
  /** Nothing is missed: the stream is there, or not needed any more. */
  const streaming = ref(false)
  let soon: ReturnType<typeof setTimeout> | undefined
  let stop: Stop | null = null

  // Only phones in the middle of the queue are spread.
  function changed(): void {
    clearTimeout(soon)
    soon = setTimeout(ask, near() ? TOGETHER : TOGETHER + Math.random() * SPREAD)
  }

  function turn(on: boolean): void {
    streaming.value = on
    void ask()
  }

  function listen(siteId: string): void {
    stop ??= streamBoard(siteId, { onEvent: changed, onOpen: () => turn(true), onLost: () => turn(false) })
  }

  function end(): void {
    stop?.()
    stop = null
    streaming.value = true
  }

  onScopeDispose(() => {
    clearTimeout(soon)
    end()
  })
  return { streaming, listen, end }
}

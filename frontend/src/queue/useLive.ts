import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { Failure } from '@/api'
import type { LiveEvent, Listener, Stop } from '@/api/queue'
import { clock } from '@/time'
import { failureOf, useTurn } from '@/ui'

interface Snapshot {
  seq: number
  /** The server's time when this was true. */
  now: string
  /** Some of it is different then, though nothing happens. */
  validUntil: string
}
export interface LiveSource<T> {
  read: () => Promise<T>
  stream: (listener: Listener) => Stop
}

/** While the stream does not come, the state is asked for this often, in milliseconds. */
const MEANWHILE = 8_000
/** While it comes, too: nothing happens when a session's time is over, and somebody waits for it in vain. */
const ANYWAY = 60_000

/** Something of the server that keeps itself up to date, says when it no longer can, and mends itself. */
export function useLive<T extends Snapshot>({ read, stream }: LiveSource<T>) {
  const data = shallowRef<T | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const streaming = ref(false)
  const unreadable = ref(false)
  /** When the server last told something, in milliseconds of this device's clock. */
  const heardAt = ref<number | null>(null)
  /** What must be added to this device's clock to have the server's. */
  const skew = ref(0)
  const lost = computed(() => !streaming.value && unreadable.value)
  let meanwhile: ReturnType<typeof setInterval> | undefined
  let [reading, more]: [Promise<void> | null, boolean] = [null, false]

  function take(found: T): void {
    const here = clock.now().getTime()
    heardAt.value = here
    skew.value = Date.parse(found.now) - here
    failure.value = null
    unreadable.value = false
    // An answer that was overtaken on its way by a newer one is dropped; a new day may begin at a lower number.
    if (data.value && found.seq < data.value.seq && Date.parse(found.now) <= Date.parse(data.value.now)) return
    data.value = found
  }

  /** Reads again; a call while an answer is on its way reads once more after it, so that nothing is missed. */
  function refresh(): Promise<void> {
    more = reading !== null
    reading ??= readAll().finally(() => (reading = null))
    return reading
  }

  async function readAll(): Promise<void> {
    do {
      more = false
      try {
        take(await read())
      } catch (error) {
        unreadable.value = true
        failure.value = failureOf(error)
      }
    } while (more)
  }

  function onEvent({ kind, data: text }: LiveEvent): void {
    heardAt.value = clock.now().getTime()
    if (kind === 'snapshot') return take(JSON.parse(text) as T)
    // At once, with no timer: a screen that the browser holds for hidden would get its timers late.
    void refresh()
  }

  const poll = (every: number) => (clearInterval(meanwhile), (meanwhile = setInterval(refresh, every)))

  function onOpen(): void {
    streaming.value = true
    poll(ANYWAY)
    // Whatever changed while the line was cut comes as events; what was read in between may be newer still.
    if (unreadable.value) void refresh()
  }

  function onLost(): void {
    streaming.value = false
    poll(MEANWHILE)
    void refresh()
  }

  void refresh()
  useTurn(() => data.value?.validUntil, refresh, () => skew.value)
  const stop = stream({ onEvent, onOpen, onLost })
  onScopeDispose(() => {
    clearInterval(meanwhile)
    stop()
  })
  return { data, failure, lost, heardAt, skew, refresh }
}

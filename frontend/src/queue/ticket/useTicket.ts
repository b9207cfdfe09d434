import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { type Failure, isProblem } from '@/api'
import { readTicket, type Stop, streamBoard, type TicketView } from '@/api/queue'
import { clock } from '@/time'
import { failureOf } from '@/ui'

/** Several changes together are one question; phones of a whole room must not ask at the same instant. In milliseconds. */
const [TOGETHER, SPREAD] = [100, 400]
/** Without a stream, and because the minutes of an estimate pass by themselves; in milliseconds. */
const ANYWAY = 30_000
const OVER = ['done', 'left']

/** One's own number on a phone: asked again whenever something happens in the house. */
export function useTicket(publicId: string) {
  const data = shallowRef<TicketView | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const heardAt = ref<number | null>(null)
  const streaming = ref(false)
  const unreadable = ref(false)
  const lost = computed(() => unreadable.value && !streaming.value)
  let soon: ReturnType<typeof setTimeout> | undefined
  let stop: Stop | null = null
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    try {
      const found = await readTicket(publicId)
      if (mine !== turn) return
      data.value = found
      heardAt.value = clock.now().getTime()
      failure.value = null
      unreadable.value = false
    } catch (error) {
      if (mine !== turn) return
      failure.value = failureOf(error)
      unreadable.value = true
      // Forgotten by the server: nothing more will come.
      if (isProblem(error, 'not-found')) end()
    }
  }

  function changed(): void {
    clearTimeout(soon)
    // Nobody whom it concerns waits longer: only phones in the middle of the queue are spread.
    const near = (data.value?.ahead ?? 0) < 3
    soon = setTimeout(reload, near ? TOGETHER : TOGETHER + Math.random() * SPREAD)
  }

  function listen(siteId: string): void {
    stop ??= streamBoard(siteId, {
      onEvent: changed,
      onOpen: () => {
        streaming.value = true
        void reload()
      },
      onLost: () => {
        streaming.value = false
        void reload()
      },
    })
  }

  function end(): void {
    stop?.()
    stop = null
    clearInterval(ticking)
  }

  watch(data, (ticket) => {
    if (!ticket) return
    // A visit that is over may still be taken back by the clerk, so its page looks up now and then.
    if (OVER.includes(ticket.state)) {
      stop?.()
      stop = null
      streaming.value = true
    } else listen(ticket.siteId)
  })
  const ticking = setInterval(reload, ANYWAY)
  const wake = () => {
    if (document.visibilityState === 'visible') void reload()
  }
  document.addEventListener('visibilitychange', wake)
  void reload()
  onScopeDispose(() => {
    turn++
    clearTimeout(soon)
    end()
    document.removeEventListener('visibilitychange', wake)
  })
  return { data, failure, lost, heardAt, reload }
}

import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { type Failure, isProblem } from '@/api'
import { readTicket, type TicketView } from '@/api/queue'
import { clock } from '@/time'
import { failureOf } from '@/ui'
import { useHouseNews } from './useHouseNews'

/** Without a stream, and because the minutes of an estimate pass by themselves; in milliseconds. */
const ANYWAY = 30_000
const OVER = ['done', 'noShow', 'left']
/** With fewer people before one, each change matters at once. */
const NEAR = 3

/** One's own number on a phone: asked again whenever something happens in the house. */
export function useTicket(publicId: string) {
  const data = shallowRef<TicketView | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const heardAt = ref<number | null>(null)
  const news = useHouseNews(reload, () => (data.value?.ahead ?? 0) < NEAR)
  const lost = computed(() => failure.value !== null && !news.streaming.value)
  const asking = useAsking(reload)
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    try {
      const found = await readTicket(publicId)
      if (mine !== turn) return
      data.value = found
      heardAt.value = clock.now().getTime()
      failure.value = null
    } catch (error) {
      if (mine !== turn) return
      failure.value = failureOf(error)
      // Forgotten by the server: nothing more will come.
      if (!isProblem(error, 'not-found')) return
      news.end()
      asking.end()
    }
  }

  watch(data, (ticket) => {
    if (!ticket) return
    // A visit that is over may still be taken back by the clerk, so its page looks up now and then.
    if (OVER.includes(ticket.state)) news.end()
    else news.listen(ticket.siteId)
  })
  void reload()
  onScopeDispose(() => turn++)
  return { data, failure, lost, heardAt, reload }
}

/** Asks now and then, and when somebody looks at the phone again. */
function useAsking(reload: () => Promise<void>) {
  const ticking = setInterval(reload, ANYWAY)
  const end = () => clearInterval(ticking)
  const wake = () => {
    if (document.visibilityState === 'visible') void reload()
  }
  document.addEventListener('visibilitychange', wake)
  onScopeDispose(() => {
    end()
    document.removeEventListener('visibilitychange', wake)
  })
  return { end }
}

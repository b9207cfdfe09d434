import type { Ref } from 'vue'
import { callNext as nextAt, callTicket, closeCounter as closeAt, type Counter, openCounter as openAt, type Ticket } from '@/api/queue'
import { t } from '@/text'
import type { DoneLine } from '@/ui/useDone'
import { actOf, doneWith } from './acts'

interface Parts {
  /** The clerk's own; null until one is chosen. */
  counter: Ref<Counter | null>
  /** Whose turn it is there. */
  nextId: Ref<string | null>
  choose: (id: string) => void
  run: DoneLine['run']
  askReason: (ticket: Ticket) => void
}

/** The clerk's counter: opening and closing it, and calling people to it. */
export function useCalling({ counter, nextId, choose, run, askReason }: Parts) {
  const called = (ticket: Ticket) => actOf(ticket, t('done.call', { number: ticket.number, counter: counter.value?.name ?? '' }))

  function callNext(): Promise<boolean> {
    const mine = counter.value
    return run(async () => {
      if (!mine) return { said: t('board.noCounter') }
      const before = mine.ticket
      const finish = before?.allowed.includes('finish') ?? false
      const { ticket } = await nextAt(mine.id, finish)
      const finished = finish && before ? [actOf(before, t('done.finish', { number: before.number }))] : []
      if (!ticket && !finished.length) return { said: t('counter.nobody') }
      return doneWith(...finished, ...(ticket ? [called(ticket)] : []))
    })
  }

  /** Somebody whose turn it is not: the reason is asked first. */
  function call(ticket: Ticket, reason?: string): Promise<boolean> {
    const mine = counter.value
    if (mine && ticket.state === 'waiting' && ticket.id !== nextId.value && !reason) {
      askReason(ticket)
      return Promise.resolve(false)
    }
    return run(async () => (mine ? doneWith(called(await callTicket(ticket.id, mine.id, reason))) : { said: t('board.noCounter') }))
  }

  function openCounter(id: string): Promise<boolean> {
    return run(async () => {
      const { name } = await openAt(id)
      choose(id)
      return { said: t('done.open', { counter: name }) }
    })
  }

  function closeCounter(id: string): Promise<boolean> {
    return run(async () => ({ said: t('done.close', { counter: (await closeAt(id)).name }) }))
  }

  return { callNext, call, openCounter, closeCounter }
}

import type { Ref } from 'vue'
import type { Counter, Ticket } from '@/api/queue'
import { t } from '@/text'
import type { DoneLine } from '@/ui/useDone'
import { actOf, doneWith } from './acts'
import type { Sent } from './useSent'

interface Parts {
  /** The clerk's own; null until one is chosen. */
  counter: Ref<Counter | null>
  /** Whose turn it is there. */
  nextId: Ref<string | null>
  choose: (id: string) => void
  sent: Sent
  run: DoneLine['run']
  askReason: (ticket: Ticket) => void
}

/** The clerk's counter: opening and closing it, and calling people to it. */
export function useCalling({ counter, nextId, choose, sent, run, askReason }: Parts) {
  const called = (ticket: Ticket) => actOf(ticket, t('done.call', { number: ticket.number, counter: counter.value?.name ?? '' }), sent)

  function callNext(): Promise<boolean> {
    const mine = counter.value
    return run(async () => {
      if (!mine) return { said: t('board.noCounter') }
      const there = mine.ticket?.allowed.includes('finish') ? mine.ticket : null
      const { called: ticket, finished } = await sent.next(mine, there)
      const ended = finished ? [actOf(finished, t('done.finish', { number: finished.number }), sent)] : []
      if (!ticket && !ended.length) return { said: t('counter.nobody') }
      return doneWith(...ended, ...(ticket ? [called(ticket)] : []))
    })
  }

  /** Somebody whose turn it is not: the reason is asked first. */
  function call(ticket: Ticket, reason?: string): Promise<boolean> {
    const mine = counter.value
    if (mine && ticket.state === 'waiting' && ticket.id !== nextId.value && !reason) {
      askReason(ticket)
      return Promise.resolve(false)
    }
    return run(async () => (mine ? doneWith(called(await sent.call(ticket, mine.id, reason))) : { said: t('board.noCounter') }))
  }

  /** Opens it, or takes it over from who has it. */
  function openCounter(one: Counter): Promise<boolean> {
    return run(async () => {
      const { name } = await sent.open(one)
      choose(one.id)
      return { said: t(one.open ? 'done.take' : 'done.open', { counter: name }) }
    })
  }

  function closeCounter(one: Counter): Promise<boolean> {
    return run(async () => ({ said: t('done.close', { counter: (await sent.close(one)).name }) }))
  }

  return { callNext, call, openCounter, closeCounter }
}

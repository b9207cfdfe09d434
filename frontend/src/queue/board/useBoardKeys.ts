import { useRouter } from 'vue-router'
import type { TicketAction } from '@/api/queue'
import type { Key } from '@/text'
import { focusOn, useKeys } from '@/ui'
import { type Board } from './useBoard'
import { referenceIn } from '../reference'

/** The keys of the board, in the order of the list that "?" shows. */
export const KEYS: { key: string; does: Key }[] = [
  { key: 'N', does: 'counter.next' },
  { key: 'R', does: 'act.recall' },
  { key: 'S', does: 'act.start' },
  { key: 'F', does: 'act.finish' },
  { key: 'P', does: 'act.park' },
  { key: 'A', does: 'act.miss' },
  { key: 'L', does: 'act.leave' },
  { key: 'O', does: 'act.transfer' },
  { key: 'U', does: 'act.undo' },
  { key: '/', does: 'search.label' },
  { key: 'T', does: 'board.number' },
  { key: 'B', does: 'board.phone' },
  { key: 'C', does: 'board.refer' },
  { key: 'V', does: 'visit.solvedKey' },
  { key: 'E', does: 'visit.call' },
  { key: 'Q', does: 'visit.question' },
  { key: '?', does: 'keys.title' },
]

/** The key of each action on the person at the counter. */
export const ACTION_KEYS: Partial<Record<TicketAction, string>> = Object.fromEntries(
  (['start', 'finish', 'park', 'miss', 'leave', 'transfer', 'undo'] as const).map((action) => [
    action,
    KEYS.find(({ does }) => does === `act.${action}`)!.key,
  ]),
)

/** Each key does what its button does, and nothing when there is no such button now. */
export function useBoardKeys(board: Board): void {
  const router = useRouter()
  const { counter, over } = board
  const id = board.site.id
  let leaving = false
  // Fetched ahead: whoever presses B types on at once.
  void import('../phone/PhonePage.vue').catch(() => undefined)

  /** What is typed while the next page comes is meant for it, and must call nobody here. */
  function leave(query?: { present: string }): void {
    leaving = true
    void router.push({ name: 'phone', params: { id }, query }).finally(() => (leaving = false))
  }

  const withTicket = (action: TicketAction) => () => {
    const ticket = counter.value?.ticket
    if (!ticket?.allowed.includes(action)) return
    if (action === 'transfer') over.value = { kind: 'transfer', ticket }
    else if (action === 'call') void board.call(ticket)
    else void board.change(ticket, action)
  }
  const doing: Record<string, () => unknown> = {
    N: () => mayCallNext(board) && board.callNext(),
    R: withTicket('call'),
    S: withTicket('start'),
    F: withTicket('finish'),
    P: withTicket('park'),
    A: withTicket('miss'),
    L: withTicket('leave'),
    O: withTicket('transfer'),
    U: board.undo,
    '/': () => focusOn('search'),
    T: () => (over.value = { kind: 'number' }),
    B: () => leave(),
    C: () => leave({ present: '1' }),
    V: board.noteSolved,
    E: () => board.noting.count('telephone'),
    Q: () => board.noting.count('counter'),
    '?': () => (over.value = { kind: 'keys' }),
  }

  useKeys(
    (key) => {
      if (leaving) return
      board.places.byKey()
      doing[key.toUpperCase()]?.()
    },
    (text) => {
      board.places.byKey()
      const reference = referenceIn(text)
      if (reference) void board.arrive(reference)
      else board.refused.value = ''
    },
  )
}

/** "Next" is possible at an open counter that is free or whose visit can be ended; not while somebody called is on the way. */
export function mayCallNext({ counter }: Board): boolean {
  const mine = counter.value
  return Boolean(mine && (!mine.ticket || mine.ticket.allowed.includes('finish')))
}

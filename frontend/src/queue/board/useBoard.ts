import { computed, ref } from 'vue'
import type { Site } from '@/api'
import * as api from '@/api/queue'
import type { Ticket, TicketRequest } from '@/api/queue'
import { t } from '@/text'
import { useNow } from '@/ui'
import { useLive } from '../useLive'
import { useAgenda } from './useAgenda'
import { type Act, useCommands } from './useCommands'
import { useDesk } from './useDesk'

/** What lies over the board. */
export type Over =
  | { kind: 'number' | 'keys'; ticket?: undefined }
  | { kind: 'reason' | 'person' | 'transfer' | 'issued'; ticket: Ticket }

/** A house's day as one clerk sees and changes it. */
export function useBoard(site: Site) {
  const live = useLive({ read: () => api.readQueue(site.id), stream: (listener) => api.streamQueue(site.id, listener) })
  const queue = live.data
  const agenda = useAgenda(site.id, queue)
  const { desks, desk, choose } = useDesk(site.id, queue)
  const commands = useCommands(live.refresh)
  const { run } = commands
  const over = ref<Over | null>(null)
  const here = useNow()
  /** Now by the server's clock, in milliseconds. */
  const now = computed(() => here.value + live.skew.value)
  const nextId = computed(() => (desk.value && queue.value?.nextByCounter[desk.value.id]) || null)
  const next = computed(() => queue.value?.waiting.find(({ id }) => id === nextId.value) ?? null)

  const act = (ticket: { id: string }, text: string): Act => ({ ticketId: ticket.id, text })
  const called = (ticket: Ticket) => act(ticket, t('done.call', { number: ticket.number, desk: desk.value?.name ?? '' }))

  function callNext(): Promise<boolean> {
    const mine = desk.value
    return run(async () => {
      if (!mine) return t('board.noDesk')
      const before = mine.ticket
      const finish = before?.allowed.includes('finish') ?? false
      const { ticket } = await api.callNext(mine.id, finish)
      const finished = finish && before ? [act(before, t('done.finish', { number: before.number }))] : []
      if (!ticket) return finished.length ? finished : t('desk.nobody')
      return [...finished, called(ticket)]
    })
  }

  /** Somebody whose turn it is not: the reason is asked first. */
  function call(ticket: Ticket, reason?: string): Promise<boolean> {
    const mine = desk.value
    if (mine && ticket.state === 'waiting' && ticket.id !== nextId.value && !reason) {
      over.value = { kind: 'reason', ticket }
      return Promise.resolve(false)
    }
    return run(async () => {
      if (!mine) return t('board.noDesk')
      return [called(await api.callTicket(ticket.id, mine.id, reason))]
    })
  }

  function change(ticket: Ticket, action: api.PlainAction): Promise<boolean> {
    return run(async () => {
      const { number } = await api.actOn(ticket.id, action)
      const text = t(`done.${action}`, { number })
      return action === 'undo' ? text : [act(ticket, text)]
    })
  }

  function pass(ticket: Ticket, procedureId: string, permanenceId?: string): Promise<boolean> {
    return run(async () => {
      const { number } = await api.transferTicket(ticket.id, procedureId, permanenceId)
      return [act(ticket, t('done.transfer', { number }))]
    })
  }

  function arrive(reference: string): Promise<boolean> {
    return run(async () => {
      const ticket = await api.registerArrival(site.id, reference)
      void agenda.reload()
      const name = ticket.booking ? `${ticket.booking.firstName} ${ticket.booking.lastName}` : ''
      return [act(ticket, t('done.arrive', { number: ticket.number, name }))]
    })
  }

  /** The same key until it is given: a lost answer then prints one number. */
  function give(body: TicketRequest, key: string): Promise<boolean> {
    return run(async () => {
      const ticket = await api.giveNumber(site.id, body, key)
      over.value = { kind: 'issued', ticket }
      return [act(ticket, t('done.give', { number: ticket.number }))]
    })
  }

  function openDesk(id: string): Promise<boolean> {
    return run(async () => {
      const { name } = await api.openCounter(id)
      choose(id)
      return t('done.open', { desk: name })
    })
  }

  function closeDesk(id: string): Promise<boolean> {
    return run(async () => t('done.close', { desk: (await api.closeCounter(id)).name }))
  }

  function undo(): Promise<void> {
    const ticket = desk.value?.ticket
    return commands.undo(ticket?.allowed.includes('undo') ? act(ticket, ticket.number) : undefined)
  }

  return { site, ...live, queue, agenda, desks, desk, choose, ...commands, over, now, next, nextId, callNext, call, change, pass, arrive, give, openDesk, closeDesk, undo }
}

export type Board = ReturnType<typeof useBoard>

import { onceUntilAnswered } from '@/api'
import * as api from '@/api/queue'
import type { Counter, Seen, Ticket, Transfer } from '@/api/queue'

/** A clerk's commands: each done once, on what the screen shows or an answer told since. */
export function useSent() {
  const once = onceUntilAnswered()
  /** The versions that answers told: whoever presses two keys in a row has seen what the first one did. */
  const told = new Map<string, number>()

  const asSeen = ({ id, version }: Seen): Seen => ({ id, version: Math.max(version, told.get(id) ?? 0) })
  function heard<T extends Ticket | undefined>(ticket: T): T {
    if (ticket) told.set(ticket.id, ticket.version)
    return ticket
  }

  async function next(counter: Counter, served: Ticket | null) {
    const { counter: now, finished } = await once(`next ${counter.id} ${served?.id ?? ''}`, (key) => api.callNext(counter.id, served, key))
    return { called: heard(now.ticket), finished: heard(finished) }
  }
  async function call(ticket: Ticket, counterId: string, reason?: string): Promise<Ticket> {
    const seen = asSeen(ticket)
    return heard(await once(`call ${seen.id} ${seen.version} ${counterId} ${reason ?? ''}`, (key) => api.callTicket(seen, counterId, reason, key)))
  }
  async function act(ticket: Ticket, action: api.PlainAction): Promise<Ticket> {
    const seen = asSeen(ticket)
    return heard(await once(`${action} ${seen.id} ${seen.version}`, (key) => api.actOn(seen, action, key)))
  }
  async function pass(ticket: Ticket, body: Transfer): Promise<Ticket> {
    const seen = asSeen(ticket)
    return heard(await once(`pass ${seen.id} ${seen.version} ${JSON.stringify(body)}`, (key) => api.transferTicket(seen, body, key)))
  }
  async function undo(id: string, seq: number): Promise<Ticket> {
    return heard(await once(`undo ${id} ${seq}`, (key) => api.undoTicket(id, seq, key)))
  }
  async function arrive(siteId: string, reference: string): Promise<Ticket> {
    return heard(await once(`arrive ${reference}`, (key) => api.registerArrival(siteId, reference, key)))
  }
  const open = (counter: Counter) => once(`open ${counter.id} ${counter.version}`, (key) => api.openCounter(counter, key))
  const close = (counter: Counter) => once(`close ${counter.id} ${counter.version}`, (key) => api.closeCounter(counter, key))

  return { next, call, act, pass, undo, arrive, open, close }
}

export type Sent = ReturnType<typeof useSent>

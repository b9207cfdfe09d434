import * as api from '@/api/queue'
import type { Ticket, TicketRequest } from '@/api/queue'
import { t } from '@/text'
import type { DoneLine } from '@/ui/useDone'
import { actOf, doneWith } from './acts'

interface Parts {
  siteId: string
  run: DoneLine['run']
  /** Told when somebody is no longer expected. */
  arrived: () => unknown
  /** Told of a new number, to be given into a hand. */
  issued: (ticket: Ticket) => void
}

/** What becomes of the people of a house, and how they get in. */
export function useTickets({ siteId, run, arrived, issued }: Parts) {
  function change(ticket: Ticket, action: api.PlainAction): Promise<boolean> {
    return run(async () => {
      const { number } = await api.actOn(ticket.id, action)
      const text = t(`done.${action}`, { number })
      return action === 'undo' ? { said: text } : doneWith(actOf(ticket, text))
    })
  }

  function pass(ticket: Ticket, to: api.Transfer): Promise<boolean> {
    return run(async () => {
      const { number } = await api.transferTicket(ticket.id, to)
      return doneWith(actOf(ticket, t('done.transfer', { number })))
    })
  }

  function arrive(reference: string): Promise<boolean> {
    return run(async () => {
      const ticket = await api.registerArrival(siteId, reference)
      void arrived()
      const name = ticket.booking ? `${ticket.booking.firstName} ${ticket.booking.lastName}` : ''
      return doneWith(actOf(ticket, t('done.arrive', { number: ticket.number, name })))
    })
  }

  /** The same key until it is given: a lost answer then prints one number. */
  function give(body: TicketRequest, key: string): Promise<boolean> {
    return run(async () => {
      const ticket = await api.giveNumber(siteId, body, key)
      issued(ticket)
      return doneWith(actOf(ticket, t('done.give', { number: ticket.number })))
    })
  }

  return { change, pass, arrive, give }
}

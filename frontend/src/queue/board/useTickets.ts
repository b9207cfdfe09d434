import * as api from '@/api/queue'
import type { Ticket, TicketRequest } from '@/api/queue'
import { t } from '@/text'
import type { DoneLine } from '@/ui/useDone'
import { actOf, doneWith } from './acts'
import type { Sent } from './useSent'

interface Parts {
  siteId: string
  sent: Sent
  run: DoneLine['run']
  /** Told when somebody is no longer expected. */
  arrived: () => unknown
  /** Told of a new number, to be given into a hand. */
  issued: (ticket: Ticket) => void
}

/** What becomes of the people of a house, and how they get in. */
export function useTickets({ siteId, sent, run, arrived, issued }: Parts) {
  function change(ticket: Ticket, action: api.PlainAction | 'undo'): Promise<boolean> {
    const { id, number, seq } = ticket
    return run(async () => {
      if (action === 'undo') {
        if (seq !== undefined) await sent.undo(id, seq)
        return { said: t('done.undo', { number }) }
      }
      const now = await sent.act(ticket, action)
      const text = now.state === 'noShow' ? t('done.noShow', { number, count: now.calls }) : t(`done.${action}`, { number })
      return doneWith(actOf(now, text, sent))
    })
  }

  function pass(ticket: Ticket, to: api.Transfer): Promise<boolean> {
    return run(async () => {
      const now = await sent.pass(ticket, to)
      return doneWith(actOf(now, t('done.transfer', { number: now.number }), sent))
    })
  }

  function arrive(reference: string): Promise<boolean> {
    return run(async () => {
      const ticket = await sent.arrive(siteId, reference)
      void arrived()
      const name = ticket.booking ? `${ticket.booking.firstName} ${ticket.booking.lastName}` : ''
      return doneWith(actOf(ticket, t('done.arrive', { number: ticket.number, name }), sent))
    })
  }

  /** The same key until it is given: a lost answer then prints one number. */
  function give(body: TicketRequest, key: string): Promise<boolean> {
    return run(async () => {
      const ticket = await api.giveNumber(siteId, body, key)
      issued(ticket)
      return doneWith(actOf(ticket, t('done.give', { number: ticket.number }), sent))
    })
  }

  return { change, pass, arrive, give }
}

import { answer, client } from '../client'
import type { Loose } from './loose'
import type { Board, Receipt, SiteStatus, TicketRequest, TicketView } from './model'
import { type Listener, openStream, type Stop } from './stream'

const api = client as unknown as Loose

export function readBoard(id: string): Promise<Board> {
  return answer(client.GET('/api/v1/sites/{id}/board', { params: { path: { id } } }))
}

export function streamBoard(id: string, listener: Listener): Stop {
  return openStream(`/api/v1/sites/${encodeURIComponent(id)}/board/stream`, async () => ({}), listener)
}

/** Whether it is worth coming now. */
export function readStatus(id: string): Promise<SiteStatus> {
  return answer(client.GET('/api/v1/sites/{id}/status', { params: { path: { id } } }))
}

export function readTicket(publicId: string): Promise<TicketView> {
  return answer(client.GET('/api/v1/tickets/{publicId}', { params: { path: { publicId } } }))
}

/** A kiosk, known by its key. */
export interface Kiosk {
  siteId: string
  key: string
}

const fromKiosk = ({ siteId, key }: Kiosk, once: string) => ({
  path: { id: siteId },
  header: { 'Device-Key': key, 'Idempotency-Key': once },
})

export function kioskNumber(kiosk: Kiosk, body: TicketRequest, once: string): Promise<Receipt> {
  return answer(api.POST('/api/v1/sites/{id}/tickets', { params: fromKiosk(kiosk, once), body })) as Promise<Receipt>
}

export function kioskArrival(kiosk: Kiosk, reference: string, once: string): Promise<Receipt> {
  const params = fromKiosk(kiosk, once)
  return answer(api.POST('/api/v1/sites/{id}/arrivals', { params, body: { reference } })) as Promise<Receipt>
}

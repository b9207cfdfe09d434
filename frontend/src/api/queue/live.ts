import { answer, client } from '../client'
import type { Board, Receipt, SiteStatus, TicketRequest, TicketView } from './model'
import { type Listener, openStream, type Stop } from './stream'

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

export async function kioskNumber(kiosk: Kiosk, body: TicketRequest, once: string): Promise<Receipt> {
  const params = { path: { id: kiosk.siteId }, header: { 'Device-Key': kiosk.key, 'Idempotency-Key': once } }
  return receiptOf(await answer(client.POST('/api/v1/sites/{id}/tickets', { params, body })))
}

/** The same reference again gives the same number. */
export async function kioskArrival(kiosk: Kiosk, reference: string): Promise<Receipt> {
  const params = { path: { id: kiosk.siteId }, header: { 'Device-Key': kiosk.key } }
  return receiptOf(await answer(client.POST('/api/v1/sites/{id}/arrivals', { params, body: { reference } })))
}

// Staff hear more from the same addresses; a kiosk never asks as staff.
function receiptOf(said: object): Receipt {
  if ('ahead' in said) return said as Receipt
  throw new Error('no receipt for a kiosk')
}

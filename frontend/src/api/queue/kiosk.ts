import { answer, client } from '../client'
import type { Receipt, TicketRequest } from './model'

// Not in index.ts: a kiosk needs no stream, and its page is to stay small.

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

import { answer, client } from '../client'
import type { Board, TicketView } from './model'
import { type Listener, openStream, type Stop } from './stream'

export function readBoard(id: string): Promise<Board> {
  return answer(client.GET('/api/v1/sites/{id}/board', { params: { path: { id } } }))
}

export function streamBoard(id: string, listener: Listener): Stop {
  return openStream(`/api/v1/sites/${encodeURIComponent(id)}/board/stream`, async () => ({}), listener)
}

export function readTicket(publicId: string): Promise<TicketView> {
  return answer(client.GET('/api/v1/tickets/{publicId}', { params: { path: { publicId } } }))
}

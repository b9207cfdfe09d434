import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { aMonday, plusDays } from './days'

export interface Slot {
  id: string
  start: string
  capacity: number
}
/** What can be booked in the week of `monday`, which has not begun yet. */
export interface Offer {
  site: { id: string; name: string }
  procedure: string
  monday: string
  slots: Slot[]
}

/** Where the e2e visitors live; the demo has houses around. */
export const PLACE = process.env.E2E_PLACE ?? '14590'

async function read(api: APIRequestContext, path: string) {
  const answer = await api.get(`/api/v1${path}`)
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

/** A house near the place, and a procedure with at least `least` slots to book there, as another client of the API sees it. */
export async function anOffer(api: APIRequestContext, least = 4): Promise<Offer> {
  const monday = aMonday()
  for (const procedure of (await read(api, '/procedures')).items) {
    const { items } = await read(api, `/sites?near=${PLACE}&procedure=${procedure.id}&limit=10`)
    for (const site of items.filter((one: { nextSlot?: unknown }) => one.nextSlot)) {
      const { contactRequired } = await read(api, `/sites/${site.id}`)
      const slots = (await read(api, `/slots?site=${site.id}&procedure=${procedure.id}&from=${monday}&to=${plusDays(monday, 7)}&limit=20`)).items
      if (slots.length >= least && !contactRequired) return { site, procedure: procedure.id, monday, slots }
    }
  }
  throw new Error(`Nothing can be booked near ${PLACE}: is the demo loaded?`)
}

/** Where a visitor chooses among its slots. */
export const slotsOf = ({ site, procedure, monday }: Offer) => `/creneau?site=${site.id}&demarche=${procedure}&semaine=${monday}`

/** Books one slot as another client would; the status tells whether it could. */
export async function bookElsewhere(api: APIRequestContext, { procedure }: Offer, slotId: string) {
  const visitor = { firstName: 'Autre', lastName: 'Personne', contactBy: 'none' }
  const answer = await api.post('/api/v1/bookings', {
    headers: { 'Idempotency-Key': randomUUID() },
    data: { slotId, procedureId: procedure, visitor },
  })
  return { status: answer.status(), body: await answer.json() }
}

/** A fresh booking of the last slots, so that tests do not stand in each other's way. */
export async function aBooking(api: APIRequestContext): Promise<{ path: string; offer: Offer }> {
  const offer = await anOffer(api)
  for (const slot of [...offer.slots].reverse()) {
    const { status, body } = await bookElsewhere(api, offer, slot.id)
    if (status === 201) return { path: `/rendez-vous/${body.reference}#${body.secret}`, offer }
  }
  throw new Error('No slot of the offer could be booked')
}

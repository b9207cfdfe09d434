// Another system with all scopes in the house of the story, one with the same scopes elsewhere and one of other partners: strangers to it.
import { createServer } from 'node:http'
import { visitor } from './place.mjs'

const SCOPES = ['slots:read', 'bookings:read', 'bookings:write', 'visits:read', 'figures:read', 'queue:read', 'webhooks']
const hourAgo = () => new Date(Date.now() - 3_600_000).toISOString()

/** Both come with tokens of the login that they asked for with their keys. */
export async function systems(teller, house, procedure, { slots }) {
  await letIn(teller, 'system', { sites: [house.id] })
  await letIn(teller, 'elsewhere', { departments: ['75'] })
  await ofPartners(teller, procedure.partner.id)
  await books(teller, house, procedure, slots)
  for (const list of ['listBookings', 'listVisits']) {
    await teller.call(list, { as: 'system', query: { updatedSince: hourAgo(), limit: 5 } })
  }
  await hears(teller)
}

/** A system of several partners reads each one's figures by itself; one of two others has nothing of the story's. */
async function ofPartners(teller, partner) {
  const { items } = await teller.call('listPartners')
  const others = items.map(({ id }) => id).filter((id) => id !== partner)
  await letIn(teller, 'partners', { partners: [partner, others[0]] })
  await teller.call('getPartnerFigures', { as: 'partners', query: { partner } })
  await letIn(teller, 'others', { partners: others.slice(-2) })
}

/** @param as by which name the story calls it from then on */
async function letIn(teller, as, where) {
  const form = { name: `Un logiciel (${as})`, contactName: 'Ada Martin', contactEmail: 'ada@exemple.fr', scopes: SCOPES, ...where }
  const { newKey } = await teller.call('createIntegrator', { body: form })
  teller.logins.add(as, newKey)
}

/** What it does to a booking comes back to it as changes. */
async function books(teller, house, procedure, slots) {
  const as = 'system'
  const { next } = await teller.call('listChanges', { as })
  const query = { site: house.id, procedure: procedure.id, from: slots[0].start.slice(0, 10) }
  await teller.call('listSlots', { as, query })
  await teller.call('listSlotsBySite', { as, query })
  const hold = await teller.call('createHold', { as, body: { slotId: slots[4].id, procedureId: procedure.id } })
  await teller.call('extendHold', { as, path: { id: hold.id } })
  await teller.call('releaseHold', { as, path: { id: hold.id } })
  const { reference } = await teller.call('createBooking', { as, body: { slotId: slots[4].id, procedureId: procedure.id, visitor: visitor() } })
  const path = { reference }
  await teller.call('getBooking', { as, path })
  await teller.call('rescheduleBooking', { as, path, body: { slotId: slots[5].id } })
  await teller.call('getBookingCalendar', { as, path })
  await teller.await('changes of its own booking', async () => {
    const { items } = await teller.call('listChanges', { as, query: { after: next } })
    return items.some(({ type, subject }) => type === 'booking.moved' && subject === reference)
  })
  await teller.call('cancelBooking', { as, path, body: {} })
}

/** An address of its own, which stays until the end: a stranger is asked about one that is there. */
async function hears(teller) {
  const as = 'system'
  const server = createServer((_, answer) => answer.writeHead(204).end())
  await new Promise((listening) => server.listen(0, listening))
  server.unref()
  const form = { url: `http://localhost:${server.address().port}/system` }
  const { id } = await teller.call('createWebhook', { as, body: form })
  const path = { id }
  await teller.call('listWebhooks', { as })
  await teller.call('getWebhook', { as, path })
  const seen = teller.etag.replaceAll('"', '')
  await teller.call('changeWebhook', { as, path, seen, body: { ...form, types: ['booking.created', 'booking.moved', 'booking.cancelled'] } })
  await teller.call('pingWebhook', { as, path })
  await teller.call('replayWebhook', { as, path, body: { from: hourAgo() } })
  const told = await teller.await('a change that its address was told', async () => {
    const { items } = await teller.call('listWebhookDeliveries', { as, path, query: { state: 'delivered', limit: 5 } })
    return items.find(({ changeId }) => changeId)
  })
  await teller.call('redeliverWebhook', { as, path: { id, delivery: told.id } })
  await teller.call('renewWebhookSecret', { as, path, body: { overlapHours: 24 } })
}

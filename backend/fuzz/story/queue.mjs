// The counter of a day: people come, are called, put aside, received, passed on, and gone.
import { randomUUID } from 'node:crypto'
import { aPermanence, slotsOf, visitor } from './place.mjs'

const aName = () => `Guichet ${randomUUID().slice(0, 4)}`

/** Commands on a ticket name what was seen of it. */
class Line {
  constructor(teller, house, procedure) {
    Object.assign(this, { teller, house, procedure, path: { id: house.id } })
  }

  arrive(body = {}, more = {}) {
    return this.teller.call('createTicket', { path: this.path, body: { procedureId: this.procedure.id, reason: 'Essai', ...body }, ...more })
  }

  async act(command, { id }, body) {
    const answer = await this.teller.call(`${command}Ticket`, { path: { id }, body, seen: command === 'undo' ? undefined : await this.now(id) })
    return answer
  }

  /** As it is now. */
  async now(id) {
    const queue = await this.teller.call('getQueue', { path: this.path })
    return [...queue.waiting, ...queue.present, ...queue.finished].find((one) => one.id === id)
  }
}

export async function queue(teller, house, procedure, device) {
  const line = new Line(teller, house, procedure)
  const { path } = line
  const counter = await teller.call('createCounter', { path, body: { name: aName(), serves: 'all', procedureIds: [] } })
  const second = await teller.call('createCounter', { path, body: { name: aName(), serves: 'procedures', procedureIds: [procedure.id] } })
  await teller.call('listCounters', { path })
  await teller.call('changeCounter', { path: { id: second.id }, seen: second, body: { name: aName(), serves: 'all', procedureIds: [] } })
  await teller.call('openCounter', { path: { id: counter.id } })

  const open = await aPermanence(teller, house, [procedure])
  await arrivals(teller, line, open, device)
  await served(teller, line, counter)
  await gone(teller, line)
  await teller.call('closeCounter', { path: { id: counter.id } })
  await teller.call('openCounter', { path: { id: counter.id } })
  await teller.call('closeCounters', { path })
  await teller.call('deleteCounter', { path: { id: second.id }, seen: (await teller.call('listCounters', { path })).items.find(({ id }) => id === second.id) })
  await teller.call('openCounter', { path: { id: counter.id } })
  return { line, counter, open }
}

/** With an appointment and without, at the counter, at the kiosk, and on paper. */
async function arrivals(teller, line, open, device) {
  const { path, procedure } = line
  const slots = await slotsOf(teller, line.house, open)
  const booked = await teller.call('createBooking', { as: teller.staff, body: { slotId: slots[0].id, procedureId: procedure.id, visitor: visitor() } })
  await teller.call('registerArrival', { path: { reference: booked.reference } })
  const other = await teller.call('createBooking', { as: 'nobody', body: { slotId: slots[0].id, procedureId: procedure.id, visitor: visitor() } })
  await teller.call('createArrival', { as: 'nobody', path, headers: { 'Device-Key': device.key }, body: { reference: other.reference } })
  await teller.call('createArrival', { path, body: { slotId: slots[0].id, procedureId: procedure.id, visitor: visitor() } })
  const ticket = await line.arrive({ priority: true })
  await line.arrive({ reason: undefined, permanenceId: open.permanence.id }, { as: 'nobody', headers: { 'Device-Key': device.key } })
  await teller.call('getOwnTicket', { as: 'nobody', path: { publicId: ticket.publicId } })
  await teller.call('createLateEntry', { path, body: { procedureId: procedure.id, arrivedAt: new Date(Date.now() - 600_000).toISOString(), outcome: 'waiting' } })
  await teller.call('followQueue', { path })
}

async function served(teller, line, counter) {
  const next = (body) => teller.call('callNext', { path: { id: counter.id }, body: body ?? {} })
  const first = (await next()).counter.ticket
  const started = await line.act('start', first)
  await line.act('undo', first, { seq: started.seq })
  await line.act('start', first)
  await line.act('park', first)
  await line.act('resume', first)
  await line.act('call', first, { counterId: counter.id, reason: 'Revenu' })
  await line.act('start', first)
  await line.act('finish', first)
  const { ticket } = (await next()).counter
  await line.act('start', ticket)
  await line.act('transfer', ticket, { procedureId: line.procedure.id, reason: 'Autre démarche' })
  const called = await line.arrive()
  await line.act('call', called, { counterId: counter.id, reason: 'Urgence' })
  await line.act('miss', called)
  await line.act('leave', await line.arrive())
  const marked = await line.arrive()
  await line.act('call', marked, { counterId: counter.id, reason: 'Urgence' })
  await line.act('start', marked)
  await line.act('finish', marked)
  const mark = await teller.call('markTicket', { path: { id: marked.id }, seen: 0, body: { outcome: 'attended', result: 'solved', note: 'Dossier complet' } })
  await teller.call('getTicketAttendance', { path: { id: marked.id } })
  await teller.call('unmarkTicket', { path: { id: marked.id }, seen: mark })
  await counted(teller, line)
}

/** A call without a number, said more of and taken back. */
async function counted(teller, { path, procedure }) {
  await teller.call('listVisitsToNote', { path })
  await teller.call('listSiteVisits', { path })
  const call = await teller.call('countVisit', { path, body: { channel: 'telephone', procedureId: procedure.id } })
  await teller.call('listCountedVisits', { path })
  const visit = { path: { id: call.id } }
  const said = await teller.call('markCountedVisit', { ...visit, seen: call, body: { outcome: 'attended', channel: 'telephone', result: 'passedOn', passedOnTo: 'CCAS' } })
  await teller.call('getCountedVisitAttendance', visit)
  await teller.call('unmarkCountedVisit', { ...visit, seen: said })
}

async function gone(teller, line) {
  await line.arrive()
  const { id: departure } = await teller.call('departAll', { path: line.path })
  await teller.call('undoDeparture', { path: { ...line.path, departure } })
  await line.arrive()
  await teller.call('transferStranded', { path: line.path, body: {} })
}

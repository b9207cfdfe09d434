// A visitor keeps a slot, books, moves, is written to and called, waits for an earlier one, cancels.
import { aPermanence, plusDays, slotsOf, visitor } from './place.mjs'

export async function bookings(teller, house, procedure) {
  const soon = plusDays(house.today, 3)
  const open = await aPermanence(teller, house, [procedure], { partnerId: procedure.partner.id, firstDate: soon, untilDate: soon, from: '09:00', to: '12:00' })
  const slots = await slotsOf(teller, house, open)
  const bookingOf = (slot, more) => ({ slotId: slot.id, procedureId: procedure.id, visitor: visitor(more) })
  const book = (slot, more, as = 'nobody') => teller.call('createBooking', { as, body: bookingOf(slot, more) })

  const hold = await teller.call('createHold', { as: 'nobody', body: { slotId: slots[0].id, procedureId: procedure.id } })
  await teller.call('extendHold', { as: 'nobody', path: { id: hold.id } })
  await teller.call('releaseHold', { as: 'nobody', path: { id: hold.id } })
  const mine = await book(slots[0])
  await visit(teller, mine, slots)
  await written(teller, mine)
  await called(teller, house, await book(slots[2], { contactBy: 'call' }, teller.staff))
  await paper(teller, await book(slots[3], { contactBy: 'none', email: undefined, phone: undefined }, teller.staff))
  return { ...open, slots, book }
}

async function visit(teller, { reference, secret }, slots) {
  const own = { as: 'nobody', path: { reference }, secret }
  await teller.call('getBooking', own)
  await teller.call('getBooking', { as: teller.staff, path: { reference } })
  await teller.call('getBookingCalendar', own)
  await teller.call('setContactBy', { ...own, body: { contactBy: 'sms' } })
  await teller.call('setContactBy', { ...own, body: { contactBy: 'email' } })
  const { etag } = (await teller.say({ operation: teller.contract.operations.get('getBooking'), query: {}, headers: { 'Booking-Secret': secret }, ...own }).then(({ headers }) => headers))
  await teller.call('rescheduleBooking', { ...own, ...seen(etag), body: { slotId: slots[1].id } })
}

const seen = (etag) => (etag ? { seen: etag.replaceAll('"', '') } : {})

/** By staff: what was sent, the person put right, the message sent again. */
async function written(teller, { reference }) {
  const path = { reference }
  const sent = await teller.await('a message that can be sent again', async () => {
    const { items } = await teller.call('listBookingMessages', { path })
    return items.find(({ resendable }) => resendable)
  })
  await teller.call('resendMessage', { path: { id: sent.id } })
  await teller.call('getVisitor', { path })
  await teller.call('correctVisitor', { path, seen: await teller.versionBy('getVisitor', path), body: { visitor: visitor({ firstName: 'Odile' }), confirmAgain: true } })
  await teller.call('listLocalOutbox', { as: 'nobody' })
  await teller.call('receiveSmsReceipt', { as: 'gateway', body: { id: 'fuzz', status: 'delivered' } })
}

async function called(teller, house, { reference }) {
  const call = await teller.await('a call to make', async () => {
    for (const ahead of [0, 1, 2, 3]) {
      const { items } = await teller.call('getCallSheet', { path: { id: house.id }, query: { date: plusDays(house.today, ahead) } })
      const found = items.find((one) => one.reference === reference)
      if (found) return found
    }
  })
  await teller.call('noteCall', { path: { id: call.id }, body: { result: 'reached', note: 'Viendra avec sa fille' } })
  await teller.call('getAgenda', { path: { id: house.id }, query: { date: plusDays(house.today, 3) } })
}

async function paper(teller, { reference, slipCode }) {
  const body = { reference, code: slipCode }
  await teller.call('openBookingBySlip', { as: 'nobody', body })
  await teller.call('cancelBookingBySlip', { as: 'nobody', body })
}

/** A manager frees what a robot took: nothing of this house, and takes it back. */
export async function robots(teller, house) {
  const path = { id: house.id }
  await teller.call('listSuspects', { path })
  const { id: release } = await teller.call('release', { path, body: { references: ['ACDEFGHJ'], groups: [], reason: 'Réservations automatiques' } })
  await teller.call('undoRelease', { path: { ...path, release } })
}

/** A session of one place each time: who comes later is offered the earlier one when it is given back. */
export async function waitlist(teller, house, procedure) {
  const day = plusDays(house.today, 5)
  const open = await aPermanence(teller, house, [procedure], { partnerId: procedure.partner.id, firstDate: day, untilDate: day, from: '14:00', to: '15:00', capacity: 1 })
  const slots = await slotsOf(teller, house, open)
  const book = (slot, more) => teller.call('createBooking', { as: 'nobody', body: { slotId: slot.id, procedureId: procedure.id, visitor: visitor(more) } })
  const early = await book(slots[0])
  const late = await book(slots.at(-1))
  const own = { as: 'nobody', path: { reference: late.reference }, secret: late.secret }
  await teller.call('getWaitlistEntry', own)
  await teller.call('joinWaitlist', own)
  const { reference, secret } = early
  await teller.call('cancelBooking', { as: 'nobody', path: { reference }, secret, body: {} })
  await teller.await('an offer of the earlier place', async () => (await teller.call('getWaitlistEntry', own)).offer)
  await teller.call('refuseWaitlistOffer', own)
  await teller.call('leaveWaitlist', own)
}

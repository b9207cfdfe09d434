// One day of the product, told so that each operation of the contract is used as it is meant to be.
import { bookings, robots, waitlist } from './bookings.mjs'
import { calendar, openDoors } from './calendar.mjs'
import { network } from './network.mjs'
import { aHouse } from './place.mjs'
import { queue } from './queue.mjs'
import { agents, files, registers } from './registers.mjs'
import { figures, link, sessions, today } from './sessions.mjs'
import { feeds, settings } from './settings.mjs'
import { systems } from './systems.mjs'

/** What an installation with the demo cannot answer: it has administrators already (`EntryTest` goes that way). */
const ELSEWHERE = new Set(['becomeFirstAdministrator'])

/** Fails where a call is refused, and names what it never used. */
export async function tell(teller) {
  const house = await aHouse(teller)
  const { items } = await teller.call('listProcedures', { as: 'nobody' })
  const procedure = items.find(({ partner, channel, durationMinutes }) => partner.code === 'caf' && channel === 'both' && durationMinutes <= 20)
  const partner = (await teller.call('listPartners', { as: 'nobody' })).items.find(({ id }) => id === procedure.partner.id)
  await teller.call('getProcedure', { as: 'nobody', path: { id: procedure.id } })
  await registers(teller, house)
  const colleague = await agents(teller, house, partner)
  const device = await settings(teller, house)
  const open = await bookings(teller, house, procedure)
  await waitlist(teller, house, procedure)
  await robots(teller, house)
  await link(teller, house, procedure)
  await sessions(teller, house, procedure, colleague)
  await today(teller, house, procedure)
  await queue(teller, house, procedure, device)
  await figures(teller, house)
  await calendar(teller, house, procedure)
  await openDoors(teller, house)
  await feeds(teller, house, open.permanence)
  await teller.call('revokeDevice', { path: { id: device.id } })
  await files(teller)
  await systems(teller, house, procedure, open)
  await network(teller, house)
  for (const id of teller.contract.operations.keys()) {
    if (!teller.examples.has(id) && !ELSEWHERE.has(id)) teller.judge.note('no answer of 2xx', id, 'The story (backend/fuzz/story) never uses it: tell there how it is used.')
  }
}

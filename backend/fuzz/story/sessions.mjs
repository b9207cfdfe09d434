// A partner's agent: confirms, is late, hands over, marks who came, has to leave; and the link of the mail.
import { aPermanence, plusDays, slotsOf, visitor } from './place.mjs'

export async function sessions(teller, house, procedure, colleague) {
  const later = plusDays(house.today, 6)
  const partnerId = procedure.partner.id
  const { session } = await aPermanence(teller, house, [procedure], { partnerId, firstDate: later, untilDate: later, from: '09:00', to: '10:00' })
  const path = { id: session.id }
  const act = async (id, body) => teller.call(id, { path, body, seen: await teller.call('getSession', { path }) })
  await teller.call('listSessions', { as: 'partner', query: { unconfirmed: true, limit: 5 } })
  await teller.call('listSessionColleagues', { path })
  await act('confirmSession')
  await act('unconfirmSession')
  await act('delaySession', { minutes: 10 })
  await act('handSessionOver', { agent: colleague })
  await teller.call('previewSessionCancellation', { path })
  await teller.call('cancelSession', { path, body: { reason: 'Formation' } })
  await teller.call('reinstateSession', { path })
  await teller.call('getSessionReport', { path: { id: house.id }, query: { from: plusDays(house.today, -7), to: plusDays(house.today, 1) } })
}

/** How the house does, once something has happened there. */
export async function figures(teller, house) {
  const days = { from: plusDays(house.today, -7), to: plusDays(house.today, 1) }
  const { sheets } = await teller.call('getHouseFigures', { path: { id: house.id }, query: days })
  const [row] = sheets.find(({ figure }) => figure === 'origins').rows
  await teller.call('listFigureDays', { path: { id: house.id, figure: 'origins' }, query: { ...days, key: row.key } })
  await teller.call('getNetworkFigures', { as: 'admin' })
  await teller.call('exportNetworkFigure', { as: 'admin', path: { figure: 'partners' } })
  await teller.call('getPartnerFigures', { as: 'partner' })
  await teller.call('exportActivities', { path: { id: house.id }, query: days })
  await teller.call('exportHouseFigure', { path: { id: house.id, figure: 'partners' }, query: days })
}

/** Today's: who came, and a partner who has to leave. */
export async function today(teller, house, procedure) {
  const open = await aPermanence(teller, house, [procedure], { partnerId: procedure.partner.id, mode: 'appointment' })
  const { id } = open.session
  const path = { id }
  const [slot] = await slotsOf(teller, house, open)
  const { reference } = await teller.call('createBooking', { as: teller.staff, body: { slotId: slot.id, procedureId: procedure.id, visitor: visitor() } })
  const of = { path: { reference } }
  await teller.call('listSessionBookings', { path })
  await teller.call('listSessionWalkIns', { path })
  const mark = await teller.call('markBooking', { ...of, seen: 0, body: { outcome: 'attended', papersMissing: true, result: 'continued', note: 'Revient avec son bail', received: true } })
  await teller.call('getBookingAttendance', of)
  const followUp = (await slotsOf(teller, house, open)).at(-1)
  await teller.call('bookFollowUp', { ...of, body: { slotId: followUp.id, procedureId: procedure.id } })
  await teller.call('unmarkBooking', { ...of, seen: mark })
  await teller.call('markAllPresent', { path })
  await teller.call('undoAllPresent', { path })
  await teller.call('holdSession', { path, seen: await teller.call('getSession', { path }), body: { partnerAttendance: 'present' } })
  await teller.call('previewSessionStop', { path })
  await teller.call('stopSession', { path, body: { reason: 'Enfant malade' } })
  await teller.call('reinstateSession', { path })
}

/** The roll call of a session that an agent is to confirm comes by mail, with a link. */
export async function link(teller, house, procedure) {
  const soon = plusDays(house.today, 4)
  await aPermanence(teller, house, [procedure], { partnerId: procedure.partner.id, firstDate: soon, untilDate: soon, from: '08:00', to: '09:00' })
  const { id, secret } = await teller.await('the mail of a roll call', async () => {
    const { items } = await teller.call('listLocalOutbox', { as: 'nobody' })
    for (const { link: address } of items) {
      const found = /\/([^/#]+)#([\w-]+)$/.exec(address ?? '')
      if (found && address.includes('/seance/')) return { id: found[1], secret: found[2] }
    }
  }, 60)
  const by = { as: 'nobody', path: { id }, headers: { 'Link-Secret': secret } }
  await teller.call('getSessionLink', by)
  await teller.call('confirmByLink', by)
}

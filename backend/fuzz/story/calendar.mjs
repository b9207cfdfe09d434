// A manager plans: series and their changes, open-door weeks and workshops.
import { aPermanence, permanenceOf, plusDays } from './place.mjs'

export async function calendar(teller, house, procedure) {
  const first = plusDays(house.today, 30)
  const partnerId = procedure.partner.id
  const planned = { partnerId, firstDate: first, untilDate: plusDays(first, 14), from: '09:00', to: '11:00' }
  const { permanence } = await aPermanence(teller, house, [procedure], planned)
  const path = { id: permanence.id }
  const seen = () => teller.versionBy('getPermanence', path)
  await teller.call('listPermanences', { query: { site: house.id, limit: 5 } })
  const form = permanenceOf(house, [procedure], { ...planned, to: '11:30' })
  await teller.call('previewPermanence', { body: { permanenceId: permanence.id, scope: 'all', form, weeks: 12 } })
  await teller.call('changePermanence', { path, seen: await seen(), body: form })
  const change = { permanenceId: permanence.id, scope: 'following', date: plusDays(first, 7), form: { ...form, from: '10:00' }, reason: 'Nouveaux horaires' }
  await teller.call('changeSeries', { seen: await seen(), body: change })
  await teller.call('setStop', { path, seen: await seen(), body: { insee: '14504', commune: 'Le Pin', place: 'Mairie' } })
  await teller.call('removeStop', { path, seen: await seen() })
  const needless = { id: (await aPermanence(teller, house, [procedure], planned)).permanence.id }
  await teller.call('deletePermanence', { path: needless, seen: await teller.versionBy('getPermanence', needless) })
}

export async function openDoors(teller, house) {
  const day = plusDays(house.today, 40)
  const form = { title: { fr: 'Portes ouvertes' }, summary: { fr: 'Une semaine pour découvrir la maison.' }, firstDate: day, lastDate: plusDays(day, 4) }
  const { code } = await teller.call('createEvent', { body: form })
  const path = { code }
  const workshop = { siteId: house.id, title: { fr: 'Mon premier mail' }, date: day, from: '10:00', to: '12:00', capacity: 8 }
  const made = await teller.call('createWorkshop', { path, body: workshop })
  await teller.call('listEvents', { query: { mine: true } })
  await teller.call('changeEvent', { path, seen: await teller.versionBy('getEvent', path), body: { ...form, published: true } })
  await teller.call('getEventFigures', { path })
  await teller.call('deleteWorkshop', { path: { ...path, permanenceId: made.permanenceId ?? made.sessions?.[0]?.permanenceId } })
  await teller.call('deleteEvent', { path })
}

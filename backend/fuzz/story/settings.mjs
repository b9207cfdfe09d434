// What a house sets: closures, words, numbers, kiosks; and the calendars that programs follow.
import { plusDays } from './place.mjs'

export async function settings(teller, house) {
  const path = { id: house.id }
  const set = async (read, change, more) => {
    const was = await teller.call(read, { path })
    await teller.call(change, { path, seen: await teller.versionBy(read, path), body: { ...was, ...more } })
  }
  // Nobody is written to at night; the story must not wait for a morning.
  await set('getMessageSettings', 'changeMessageSettings', { quietFrom: '03:00', quietTo: '03:00', waitlist: true })
  await set('getQueueSettings', 'changeQueueSettings', { callsAtMost: 3, numbersPerDay: 900 })
  await words(teller, path)
  await closures(teller, house, path)
  const device = await teller.call('createDevice', { path, body: { name: 'Borne de l’entrée' } })
  await teller.call('listDevices', { path })
  return device
}

async function words(teller, path) {
  const { items } = await teller.call('listMessageTemplates', { path })
  const { kind, language, words, version } = items[0]
  const which = { ...path, kind, language }
  const body = { ...words, opening: `${words.opening} Bienvenue.` }
  await teller.call('previewMessageTemplate', { path: which, body })
  await teller.call('changeMessageTemplate', { path: which, seen: version, body })
  const changed = (await teller.call('listMessageTemplates', { path })).items.find((one) => one.kind === kind && one.language === language)
  await teller.call('resetMessageTemplate', { path: which, seen: changed.version })
}

async function closures(teller, house, path) {
  const day = plusDays(house.today, 75)
  const body = { from: `${day}T00:00`, to: `${plusDays(day, 1)}T00:00`, reason: 'Travaux' }
  await teller.call('previewClosure', { path, body })
  const { id } = await teller.call('createClosure', { path, body })
  await teller.call('deleteClosure', { path: { ...path, closureId: id } })
}

export async function feeds(teller, house, permanence) {
  const { id } = await teller.call('createCalendarFeed', { body: { kind: 'site', id: house.id } })
  const { url } = await teller.call('createCalendarFeed', { body: { kind: 'permanence', id: permanence.id } })
  await teller.call('createCalendarFeed', { as: 'partner', body: { kind: 'agent' } })
  await teller.call('listCalendarFeeds')
  await teller.call('readCalendarFeed', { as: 'nobody', path: { secret: /([^/]+)\.ics/.exec(url)[1] } })
  await teller.call('revokeCalendarFeed', { path: { id } })
}

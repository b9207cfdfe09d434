import type { suspects as french } from '../fr/suspects'

export const suspects: Record<keyof typeof french, string> = {
  'suspects.title': 'Appointments taken by a robot',
  'suspects.lead': 'What was taken one after the other, from one place or without a way to reach the person. A library looks the same: read the names before you free them.',
  'suspects.notYours': 'The manager of the house frees what a robot took.',
  'suspects.nothing': 'Nothing looks like a robot.',
  'suspects.kind.sameAddress': '{count} appointments from one Internet address',
  'suspects.kind.withoutContact': '{count} appointments without contact, one after the other',
  'suspects.holds': 'And {count} time that is kept now. | And {count} times that are kept now.',
  'suspects.all': 'Tick the whole group',
  'suspects.none': 'Untick the whole group',
  'suspects.contact': 'left a contact',
  'suspects.noContact': 'no contact',
  'suspects.made': 'made {moment}',
  'suspects.preview': '{count} place will be given back; people told by a message: {told}. | {count} places will be given back; people told by a message: {told}.',
  'suspects.reason': 'What the people who are told will read',
  'suspects.reasonGiven': 'This appointment seemed to be taken by a program. If that is wrong, choose another time or call us.',
  'suspects.free': 'Free {count} appointments',
  'suspects.done': '{count} place is given back; people told: {told}. | {count} places are given back; people told: {told}.',
  'suspects.undo': 'It was no robot: put all back',
  'suspects.undone': '{count} appointment is back; places already taken again: {gone}. | {count} appointments are back; places already taken again: {gone}.',
}

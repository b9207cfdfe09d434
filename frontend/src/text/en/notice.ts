import type { notice as fr } from '../fr/notice'

export const notice: Record<keyof typeof fr, string> = {
  'notice.title': 'Before you come',
  'notice.cancelled': '{who}: not there {day} {hours}.',
  'notice.late': '{who}, {day} {hours}: about {count} minute late. | {who}, {day} {hours}: about {count} minutes late.',
  'notice.stopped': '{who}, {day}: ended at {time}.',
  'notice.stops': '{who}, {day}: ends at {time}.',
  'notice.closedToday': 'The house is closed today.',
  'notice.closed': 'The house is closed today from {from} to {to}.',
  'notice.closedFrom': 'The house is closed today from {from} on.',
  'notice.closedUntil': 'The house is closed today until {to}.',
  'notice.reason': 'Reason: {reason}.',
  'notice.today': 'today',
  'notice.told': 'People who had an appointment are told, and other times are offered to them.',
  'cause.closure': 'The house will be closed at that time.',
  'cause.partner': 'The session has been cancelled by {who}.',
  'cause.house': 'The session has been cancelled by the house.',
  'cause.leaving': '{who} leaves earlier that day.',
  'cause.planning': 'The house has changed the hours of this session.',
}

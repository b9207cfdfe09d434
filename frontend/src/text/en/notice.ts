import type { notice as fr } from '../fr/notice'

export const notice: Record<keyof typeof fr, string> = {
  'notice.title': 'Before you come',
  'notice.cancelled': '{who}: not there {day} {hours}.',
  'notice.late': '{who}: about {count} minute late {day}. | {who}: about {count} minutes late {day}.',
  'notice.reason': 'Reason: {reason}.',
  'notice.today': 'today',
  'notice.told': 'People who had an appointment are told, and other times are offered to them.',
}

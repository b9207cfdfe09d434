export const notice = {
  'notice.title': 'À savoir avant de venir',
  'notice.cancelled': '{who} : pas de permanence {day} {hours}.',
  'notice.late': '{who} : environ {count} minute de retard {day}. | {who} : environ {count} minutes de retard {day}.',
  'notice.reason': 'Raison : {reason}.',
  'notice.today': 'aujourd’hui',
  'notice.told': 'Les personnes qui avaient rendez-vous sont prévenues et ont d’autres heures proposées.',
} as const

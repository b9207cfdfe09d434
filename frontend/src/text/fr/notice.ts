export const notice = {
  'notice.title': 'À savoir avant de venir',
  'notice.cancelled': '{who} : pas de permanence {day} {hours}.',
  'notice.late': '{who}, {day} {hours} : environ {count} minute de retard. | {who}, {day} {hours} : environ {count} minutes de retard.',
  'notice.stopped': '{who}, {day} : permanence terminée à {time}.',
  'notice.stops': '{who}, {day} : la permanence se termine à {time}.',
  'notice.closedToday': 'La maison est fermée aujourd’hui.',
  'notice.closed': 'La maison est fermée aujourd’hui de {from} à {to}.',
  'notice.closedFrom': 'La maison est fermée aujourd’hui à partir de {from}.',
  'notice.closedUntil': 'La maison est fermée aujourd’hui jusqu’à {to}.',
  'notice.reason': 'Raison : {reason}.',
  'notice.today': 'aujourd’hui',
  'notice.told': 'Les personnes qui avaient rendez-vous sont prévenues et ont d’autres heures proposées.',
} as const

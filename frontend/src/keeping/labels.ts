import { type Key, t } from '@/text'
import { DAYS } from './draft'

/** The fields of a house, as its form calls them. */
export const LABELS: Record<string, Key> = {
  name: 'keeping.name',
  kind: 'keeping.kind',
  comment: 'keeping.comment',
  street: 'keeping.street',
  complement: 'keeping.complement',
  postcode: 'keeping.postcode',
  commune: 'keeping.commune',
  insee: 'keeping.commune',
  latitude: 'keeping.latitude',
  longitude: 'keeping.longitude',
  phone: 'keeping.phone',
  email: 'keeping.email',
  website: 'keeping.website',
  siret: 'keeping.siret',
  rna: 'keeping.rna',
  appointments: 'keeping.appointments',
  contactRequired: 'keeping.contactRequired',
  openingHours: 'keeping.hours',
  exceptionalHours: 'keeping.exceptions',
  accessibility: 'keeping.accessibility',
  accessibilityNote: 'keeping.accessibilityNote',
  rooms: 'keeping.rooms',
  procedures: 'keeping.procedures',
}

const DRAFT: Record<string, Key> = { ...LABELS, facilities: 'keeping.accessibility', exceptions: 'keeping.exceptions', ...Object.fromEntries(DAYS.map((day) => [day, `day.${day}` as Key])) }

/** A field of the form or of its draft, in words. */
export const labelOf = (name: string): string => (DRAFT[name] ? t(DRAFT[name]).replace(/ \((facultatif|optional)\)$/, '') : name)

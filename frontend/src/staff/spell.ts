import { tongue } from '@/text'

/** A moment that belongs to no house, in the reader's own zone. */
export function spellOwnMoment(at: string): string {
  return new Intl.DateTimeFormat(tongue() === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
}

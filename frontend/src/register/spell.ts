import { tongue } from '@/text'

/** A moment of the register, in the reader's own zone: it belongs to no house. */
export function spellMoment(at: string): string {
  return new Intl.DateTimeFormat(tongue() === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
}

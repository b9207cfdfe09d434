import { t, tongue } from '@/text'
import { dayOf, spellMoment, spellTime, today } from '@/time'

/** "La maison est fermée. Elle ouvre lundi 30 novembre à 9 h." */
export function sayOpening(opensAt: string | undefined, zone: string): string {
  if (!opensAt) return t('closed.now')
  if (dayOf(opensAt, zone) === today(zone)) return t('closed.today', { time: spellTime(opensAt, zone, tongue()) })
  return t('closed.until', { moment: spellMoment(opensAt, zone, tongue()) })
}

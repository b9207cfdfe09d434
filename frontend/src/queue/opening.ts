import { t, tongue } from '@/text'
import { dayOf, spellMoment, spellTime, today, type Tongue } from '@/time'

/** "La maison est fermée. Elle ouvre lundi 30 novembre à 9 h." */
export function sayOpening(opensAt: string | undefined, zone: string): string {
  if (!opensAt) return t('closed.now')
  if (dayOf(opensAt, zone) === today(zone)) return t('closed.today', { time: spellTime(opensAt, zone, tongue()) })
  return t('closed.until', { moment: spellMoment(opensAt, zone, tongue()) })
}

/** The same for who does not read the language of the kiosk. */
export function sayOpeningOther(opensAt: string | undefined, zone: string, other: Tongue): string {
  return opensAt ? t('kiosk.closedOtherUntil', { moment: spellMoment(opensAt, zone, other) }) : t('kiosk.closedOther')
}

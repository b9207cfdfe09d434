import { t } from '@/text'

/** How many days before the appointment a reminder goes out, in words. */
export function spellDaysBefore(days: number): string {
  if (days === 0) return t('rules.never')
  return days === 1 ? t('rules.dayBefore') : t('rules.daysBefore', { count: days })
}

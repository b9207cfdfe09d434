import type { SiteStatus } from '@/api/queue'
import { t, tongue } from '@/text'
import { dayOf, spellMoment, spellTime, today } from '@/time'

/** Until when a house is open, or when it opens again. */
export function spellOpening({ open, closesAt, opensAt }: SiteStatus, zone: string): string {
  if (open) return closesAt ? t('status.openUntil', { time: spellTime(closesAt, zone, tongue()) }) : t('status.open')
  if (!opensAt) return t('status.closed')
  if (dayOf(opensAt, zone) === today(zone)) return t('status.opensToday', { time: spellTime(opensAt, zone, tongue()) })
  return t('status.opensAt', { moment: spellMoment(opensAt, zone, tongue()) })
}

export function spellWaiting({ waiting }: SiteStatus): string {
  return waiting ? t('status.waiting', { count: waiting }) : t('status.nobody')
}

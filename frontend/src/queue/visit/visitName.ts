import type { Site } from '@/api'
import type { SiteVisit } from '@/api/visits'
import { t, tongue } from '@/text'
import { spellTime } from '@/time'

/** What a clerk calls a visit: its number; without one what it was, and when. */
export function nameOf(visit: SiteVisit, site: Site): string {
  if (visit.number) return visit.number
  const time = spellTime(visit.at, site.zone, tongue())
  if (visit.booking) return t('visit.appointmentOf', { time })
  return t(visit.noted?.channel === 'telephone' ? 'visit.callOf' : 'visit.questionOf', { time })
}

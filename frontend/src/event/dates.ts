import type { EventForm, EventSession } from '@/api/events'
import { t, tongue } from '@/text'
import { dayOf, type LocalDay, spellDay } from '@/time'

/** "Du lundi 23 novembre au vendredi 27 novembre 2026", or the one day. */
export function spellDates({ firstDate, lastDate }: Pick<EventForm, 'firstDate' | 'lastDate'>): string {
  const last = spellDay(lastDate, tongue(), { year: true })
  if (firstDate === lastDate) return t('event.day', { day: last })
  return t('event.dates', { from: spellDay(firstDate, tongue(), { year: firstDate.slice(0, 4) !== lastDate.slice(0, 4) }), to: last })
}

/** Sessions under their local day, each in the zone of its house, by start. */
export function byDay(sessions: EventSession[]): { day: LocalDay; sessions: EventSession[] }[] {
  const days = new Map<LocalDay, EventSession[]>()
  for (const session of [...sessions].sort((one, other) => Date.parse(one.start) - Date.parse(other.start))) {
    const day = dayOf(session.start, session.site.zone)
    days.set(day, [...(days.get(day) ?? []), session])
  }
  return [...days].map(([day, found]) => ({ day, sessions: found })).sort((one, other) => one.day.localeCompare(other.day))
}

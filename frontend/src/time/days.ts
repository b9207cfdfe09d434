import { clock } from './clock'

/** A local day without a zone, as the API writes it: `2026-11-24`. */
export type LocalDay = string

/** The local day of an instant in a zone. */
export function dayOf(instant: Date | string, zone: string): LocalDay {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return parts.format(new Date(instant))
}

export function today(zone: string): LocalDay {
  return dayOf(clock.now(), zone)
}

// Days are counted in UTC, where each lasts 24 hours, so a change of clocks never skips or repeats one.
export function plusDays(day: LocalDay, count: number): LocalDay {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: LocalDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

export function mondayOf(day: LocalDay): LocalDay {
  return plusDays(day, 1 - weekdayOf(day))
}

export function isLocalDay(value: unknown): value is LocalDay {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

export function weekDays(monday: LocalDay): LocalDay[] {
  return [0, 1, 2, 3, 4, 5, 6].map((offset) => plusDays(monday, offset))
}

/** The hour of day (0-23) of an instant in a zone. */
export function hourOf(instant: string, zone: string): number {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' })
  return Number(hour.format(new Date(instant)))
}

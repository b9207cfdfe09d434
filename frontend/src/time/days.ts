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

/**
 * The instant of a local day and time ("09:30") in a zone, with that zone's offset. A time that a change of clocks skips
 * is the one an hour later; of one that comes twice, the first.
 */
export function atLocal(day: LocalDay, time: string, zone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  // The offset before the change and after it: the right one is the one that gives the wanted time back.
  const offsets = [-1, 1].map((side) => offsetAt(asUtc + side * 86_400_000, zone))
  const fits = offsets.find((offset) => offsetAt(asUtc - offset * 60_000, zone) === offset)
  const offset = fits ?? offsets[0]!
  const [sign, size] = [offset < 0 ? '-' : '+', Math.abs(offset)]
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day}T${time}:00${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** Minutes that a zone is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  const part = (type: string) => Number(parts.find((one) => one.type === type)!.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return Math.round((local - Math.floor(instant / 60_000) * 60_000) / 60_000)
}

/** "09:30", the local time at a house, as `atLocal` takes it. */
export function localTime(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(instant))
}

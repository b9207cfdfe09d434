import type { HouseSession } from '@/api/planning'
import { dayOf, type LocalDay } from '@/time'

/** Rows of the calendar, in minutes. */
export const ROW = 30

export interface Placed {
  session: HouseSession
  /** First row, from 0, and how many. */
  row: number
  rows: number
  /** Of several at once, which column of the day. */
  lane: number
}

export interface Day {
  day: LocalDay
  lanes: number
  placed: Placed[]
}

export interface Week {
  /** First and last hour that is shown. */
  from: number
  to: number
  days: Day[]
}

function minutesOf(instant: string, zone: string): number {
  const [hours = 0, minutes = 0] = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .format(new Date(instant))
    .split(':')
    .map(Number)
  return hours * 60 + minutes
}

/** Where each session stands in its week: at its local time, beside those that are there at the same time. */
export function placeWeek(days: LocalDay[], sessions: HouseSession[], zone: string): Week {
  const times = sessions.map((session) => {
    const start = minutesOf(session.start, zone)
    const end = dayOf(session.end, zone) > dayOf(session.start, zone) ? 1440 : minutesOf(session.end, zone)
    return { session, day: dayOf(session.start, zone), start, end }
  })
  const from = Math.min(9, ...times.map(({ start }) => Math.floor(start / 60)))
  const to = Math.max(17, ...times.map(({ end }) => Math.ceil(end / 60)))
  const place = (day: LocalDay): Day => {
    const ends: number[] = []
    const placed = times
      .filter((one) => one.day === day)
      .sort((one, other) => one.start - other.start || other.end - one.end)
      .map(({ session, start, end }) => {
        const free = ends.findIndex((busy) => busy <= start)
        const lane = free < 0 ? ends.length : free
        ends[lane] = end
        const row = Math.floor((start - from * 60) / ROW)
        return { session, row, rows: Math.max(1, Math.ceil((end - from * 60) / ROW) - row), lane }
      })
    return { day, lanes: Math.max(1, ends.length), placed }
  }
  return { from, to, days: days.map(place) }
}

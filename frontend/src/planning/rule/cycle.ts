import { type LocalDay, mondayOf, plusDays, weekdayOf } from '@/time'
import { type Cycle, CYCLES, needsSkips, sizeOf, type Weekday } from './shape'

/** Of this share of its weeks off at least a cycle must be made, to be recognised. */
const MOST = 0.75

const weeksBetween = (from: LocalDay, to: LocalDay) =>
  Math.round((Date.parse(`${mondayOf(to)}T00:00:00Z`) - Date.parse(`${mondayOf(from)}T00:00:00Z`)) / 604_800_000)

/** The days of the weeks off of "n weeks in m", from a first day to a last; the first week of the first cycle is `first`'s. */
export function daysOff(cycle: Cycle, days: Weekday[], first: LocalDay, last: LocalDay, phase = 0): LocalDay[] {
  const { on, of } = sizeOf(cycle)
  const found: LocalDay[] = []
  for (let day = first; day <= last; day = plusDays(day, 1)) {
    if ((weeksBetween(first, day) + phase) % of >= on && days.includes(weekdayOf(day) as Weekday)) found.push(day)
  }
  return found
}

/** The cycle that weekly skipped days make, and where in it the first week stands; null when they make none. */
export function cycleOf(skipped: LocalDay[], days: Weekday[], first: LocalDay, last: LocalDay): { cycle: Cycle; phase: number } | null {
  const inside = new Set(skipped)
  for (const cycle of CYCLES.filter(needsSkips)) {
    for (let phase = 0; phase < sizeOf(cycle).of; phase++) {
      const off = daysOff(cycle, days, first, last, phase)
      const hit = off.filter((day) => inside.has(day)).length
      // At least two whole weeks off: less than that is somebody's holiday.
      if (hit >= Math.max(2 * days.length, MOST * off.length)) return { cycle, phase }
    }
  }
  return null
}

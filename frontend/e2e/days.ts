/** Days of the houses, as YYYY-MM-DD: all that the tests use are in the zone of Paris. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date())

export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay() || 7

export const mondayOf = (day: string) => plusDays(day, 1 - weekdayOf(day))

/** The Monday of a week that begins in two days or later: none of its slots is too near to be booked, moved or cancelled. */
export const aMonday = () => mondayOf(plusDays(today(), 8))

/** The first such weekday (1 to 7) so many days from now or later. */
export function weekdayFrom(days: number, weekday: number): string {
  const from = plusDays(today(), days)
  return plusDays(from, (weekday - weekdayOf(from) + 7) % 7)
}

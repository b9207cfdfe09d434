import type { Ticket } from '@/api/queue'
import { pick, t, tongue } from '@/text'
import { spellTime } from '@/time'

export function nameOf({ booking }: Ticket): string {
  return booking ? `${booking.firstName} ${booking.lastName}` : ''
}

/** What somebody comes for, and with whom when it is not the house itself. */
export function errandOf({ procedure, partner, permanenceId }: Ticket): string {
  return partner && permanenceId ? `${pick(procedure.title)} – ${pick(partner.name)}` : pick(procedure.title)
}

/** Whole minutes since an instant, never less than none. */
export function minutesSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000))
}

export function spellMinutes(minutes: number): string {
  if (minutes < 60) return t('time.minutes', { count: minutes })
  return t('time.hours', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') })
}

/** Why somebody is next, in words. */
export function whyNext({ reason, dueAt, booking }: Ticket, zone: string): string {
  const at = dueAt ?? booking?.start
  if (reason === 'appointment' && at) return t('why.appointment', { time: spellTime(at, zone, tongue()) })
  return reason ? t(`why.${reason}`) : ''
}

import type { LocalDay } from './days'

export type Tongue = 'fr' | 'en'
const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

interface SpellOptions {
  year?: boolean
  weekday?: boolean
}

function dayFormat(tongue: Tongue, { year = false, weekday = true }: SpellOptions, zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALE[tongue], {
    timeZone: zone,
    weekday: weekday ? 'long' : undefined,
    day: 'numeric',
    month: 'long',
    year: year ? 'numeric' : undefined,
  })
}

// en-GB puts a comma after the weekday and fr writes "1" for the first: both are mended here.
function mend(spelled: string, tongue: Tongue): string {
  return tongue === 'fr' ? spelled.replace(/(^| )1 /, '$11er ') : spelled.replace(',', '')
}

/** "mardi 24 novembre", "Tuesday 24 November". */
export function spellDay(day: LocalDay, tongue: Tongue, options: SpellOptions = {}): string {
  return mend(dayFormat(tongue, options, 'UTC').format(new Date(`${day}T00:00:00Z`)), tongue)
}

/** "9 h 30", "14 h", "9.30 am": a local time written as people say it. */
export function spellLocalTime(time: string, tongue: Tongue): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const two = String(minutes).padStart(2, '0')
  // No-break spaces, so that a narrow screen never cuts a time in two.
  if (tongue === 'fr') return minutes ? `${hours}\u00a0h\u00a0${two}` : `${hours}\u00a0h`
  const half = hours < 12 ? 'am' : 'pm'
  const twelve = hours % 12 || 12
  return minutes ? `${twelve}:${two}\u00a0${half}` : `${twelve}\u00a0${half}`
}

/** The time of an instant at the site: "9 h 30". */
export function spellTime(instant: string, zone: string, tongue: Tongue): string {
  const local = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return spellLocalTime(local.format(new Date(instant)), tongue)
}

/** The day of an instant at the site: "mardi 24 novembre". */
export function spellDate(instant: string, zone: string, tongue: Tongue, options: SpellOptions = {}): string {
  return mend(dayFormat(tongue, options, zone).format(new Date(instant)), tongue)
}

/** "mardi 24 novembre à 9 h 30", "Tuesday 24 November at 9:30 am". */
export function spellMoment(instant: string, zone: string, tongue: Tongue, options: SpellOptions = {}): string {
  const at = tongue === 'fr' ? 'à' : 'at'
  return `${spellDate(instant, zone, tongue, options)} ${at}\u00a0${spellTime(instant, zone, tongue)}`
}

/** A number as its readers write it: "4,5" or "4.5". */
export function spellNumber(value: number, tongue: Tongue, digits = 0): string {
  return new Intl.NumberFormat(LOCALE[tongue], { maximumFractionDigits: digits }).format(value)
}

/** A length of time as people say it: "25 minutes", "1 h 25", "1 hr 25 min". */
export function spellLength(minutes: number, tongue: Tongue): string {
  if (minutes < 60) return `${minutes} minutes`
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (tongue === 'fr') return spellLocalTime(`${hours}:${rest}`, 'fr')
  return rest ? `${hours}\u00a0hr\u00a0${rest}\u00a0min` : `${hours}\u00a0hr`
}

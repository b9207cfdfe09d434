import type { Said } from '@/api/queue'
import { t, tongue } from '@/text'
import { spellLength, spellTime } from '@/time'

/** To whom it is said: who has a number, or who might come now. */
type Whom = 'mine' | 'newcomer'

/** "environ 10 à 20 minutes", "environ 45 minutes à 1 h 30". */
export function spellEstimate({ fromMinutes: from, toMinutes: to }: NonNullable<Said['estimate']>): string {
  const length = (minutes: number) => spellLength(minutes, tongue())
  if (from <= 0) return t('estimate.under', { to: length(to) })
  return t('estimate.range', { from: to < 60 ? String(from) : length(from), to: length(to) })
}

/** Where nobody can say how long, why, and from when on somebody may be called; never a guess. */
export function spellNoEstimate(said: Said, whom: Whom, zone: string): string {
  const { reason, from } = said.noEstimate ?? {}
  const time = from ? spellTime(from, zone, tongue()) : ''
  if (!reason) return t('estimate.unknown')
  return t(whom === 'mine' ? `noEstimate.${reason}` : `newcomer.${reason}`, { time })
}

/** The whole sentence. */
export function spellWait(said: Said, whom: Whom, zone: string): string {
  return said.estimate ? t('slip.wait', { wait: spellEstimate(said.estimate) }) : spellNoEstimate(said, whom, zone)
}

import type { Estimate } from '@/api/queue'
import { t, tongue } from '@/text'
import { spellLength } from '@/time'

/** "entre 10 et 20 minutes", "entre 45 minutes et 1 h 30"; nothing known is said as such, never as a guess. */
export function spellEstimate(estimate: Estimate | null | undefined): string {
  if (!estimate) return t('estimate.unknown')
  const { fromMinutes: from, toMinutes: to } = estimate
  if (to <= 1) return t('estimate.now')
  const length = (minutes: number) => spellLength(minutes, tongue())
  if (from <= 0) return t('estimate.under', { to: length(to) })
  if (from >= to) return t('estimate.about', { to: length(to) })
  return t('estimate.range', { from: to < 60 ? String(from) : length(from), to: length(to) })
}

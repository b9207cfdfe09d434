import type { Estimate } from '@/api/queue'
import { t } from '@/text'

/** "entre 10 et 20 minutes"; nothing known is said as such, never as a guess. */
export function spellEstimate(estimate: Estimate | null | undefined): string {
  if (!estimate) return t('estimate.unknown')
  const { fromMinutes: from, toMinutes: to } = estimate
  if (to <= 1) return t('estimate.now')
  return from >= to ? t('estimate.about', { count: to }) : t('estimate.range', { from, to })
}

import type { Stranded } from '@/api/queue'
import { pick, t } from '@/text'
import { clock } from '@/time'

/** What became of the permanence that somebody waits for; `spell`: a moment as a time of the house. */
export function strandedWords({ cause, partner, since }: Pick<Stranded, 'cause' | 'partner' | 'since'>, spell: (at: string) => string): string {
  // Announced beforehand, to somebody whose turn would come after.
  const key = cause === 'partnerLeft' && since && Date.parse(since) > clock.now().getTime() ? 'partnerLeaves' : cause
  return t(`stranded.${key}`, { who: partner ? pick(partner.name) : t('stranded.who'), time: since ? spell(since) : '' })
}

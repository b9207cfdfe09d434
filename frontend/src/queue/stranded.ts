import type { Stranded } from '@/api/queue'
import { pick, t } from '@/text'

/** What became of the permanence that somebody waits for; `spell`: a moment as a time of the house. */
export function strandedWords({ cause, partner, since }: Pick<Stranded, 'cause' | 'partner' | 'since'>, spell: (at: string) => string): string {
  return t(`stranded.${cause}`, { who: partner ? pick(partner.name) : t('stranded.who'), time: since ? spell(since) : '' })
}

import { isProblem } from '@/api'
import { t } from '@/text'
import { refusalText } from '@/ui/refusal'

/** A refusal in words for a clerk. */
export function boardRefusal(error: unknown): string {
  const said = refusalText(error)
  return isProblem(error, 'action-not-allowed', 'counter-busy', 'counter-taken', 'stale') && !error.errors.length ? t('board.refused', { said }) : said
}

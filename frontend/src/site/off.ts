import type { Session } from '@/api'
import { bare, because, t } from '@/text'

/** Why a session does not take place. */
export function why({ cause, partner, reason }: Pick<Session, 'cause' | 'partner' | 'reason'>): string {
  const said = because(cause, partner) || t('house.cancelled')
  return reason ? `${bare(said)} : ${reason}` : said
}

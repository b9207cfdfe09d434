import { pick, t } from './translate'

type Cause = 'closure' | 'partner' | 'house' | 'leaving' | 'planning'
type Named = { name: { fr: string; en: string } }

/** Who or what took something away, in the one sentence of messages and calendars: no partner is blamed for what the house closed. */
export function because(cause: Cause | undefined, partner: Named | undefined): string {
  return cause ? t(`cause.${cause}`, { who: partner ? pick(partner.name) : t('house.theHouse') }) : ''
}

import type { Permanence } from '@/api/planning'
import { pick, t, tongue } from '@/text'

/** How a permanence is called: by its title, else by who holds it. */
export function nameOf({ titleFr, titleEn, partner }: Permanence): string {
  const title = (tongue() === 'en' && titleEn) || titleFr
  return title || (partner ? pick(partner.name) : t('house.theHouse'))
}

import type { Attempt } from '@/api/webhooks'
import { t } from '@/text'

/** What an address answered, or why nothing did. */
export function outcome({ status, failure }: Pick<Attempt, 'status' | 'failure'>): string {
  if (status) return `HTTP ${status}`
  return failure ? t(`systems.failure.${failure}` as Parameters<typeof t>[0]) : ''
}

import type { HouseSession } from '@/api/planning'
import { t, tongue } from '@/text'
import { spellTime } from '@/time'

/** How a session stands, in words; `kind` only repeats them in colour. */
export function stateOf(session: HouseSession): { kind: 'off' | 'alert' | 'wait' | 'sure'; words: string } {
  const { state, unconfirmed, host, reason, lateMinutes, stoppedAt, withdrawn, site } = session
  if (state === 'cancelled') return { kind: 'off', words: reason ? t('state.cancelledFor', { reason }) : t('house.cancelled') }
  const late = lateMinutes ? ` ${t('state.late', { count: lateMinutes })}` : ''
  if (withdrawn) return { kind: 'wait', words: t('state.withdrawn') }
  if (stoppedAt) return { kind: 'sure', words: t('state.stopped', { time: spellTime(stoppedAt, site.zone, tongue()) }) }
  if (state === 'held') return { kind: 'sure', words: t('state.held') + late }
  if (state === 'confirmed') return { kind: 'sure', words: t('state.confirmed') + late }
  if (unconfirmed) return { kind: 'alert', words: t('state.unconfirmed') + late }
  return host === 'partner' ? { kind: 'wait', words: t('state.toConfirm') + late } : { kind: 'sure', words: late.trim() }
}

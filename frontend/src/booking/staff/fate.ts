import type { BookingMessage } from '@/api/messages'
import { t, tongue } from '@/text'
import { spellDate, spellMoment } from '@/time'

/** What became of a message, in a few words. */
export function spellFate(message: BookingMessage, zone: string): string {
  const { state, channel, dueAt, attempts, settledAt, sentAt } = message
  const at = (instant: string) => spellMoment(instant, zone, tongue())
  if (state === 'waiting') {
    if (channel === 'call') return t('fate.waitingCall', { day: spellDate(dueAt, zone, tongue()) })
    return attempts ? t('fate.retry', { count: attempts, moment: at(dueAt) }) : t('fate.waiting', { moment: at(dueAt) })
  }
  if (state === 'expired' && channel === 'call') return t('fate.expiredCall')
  return t(`fate.${state}`, { moment: at(settledAt && state !== 'sent' ? settledAt : (sentAt ?? settledAt ?? dueAt)) })
}

export type Mood = 'good' | 'bad' | 'plain'

/** Whether somebody should look at it. */
export function moodOf({ state }: BookingMessage): Mood {
  if (state === 'delivered' || state === 'sent' || state === 'reached') return 'good'
  return state === 'bounced' || state === 'refused' || state === 'expired' ? 'bad' : 'plain'
}

/** "E-mail : Confirmation". */
export function nameOf({ kind, channel }: BookingMessage): string {
  return `${t(`fate.channel.${channel}`)} – ${t(`kind.${kind}`)}`
}

import type { KeptMessage, MessageKind } from '@/api/messages'
import { spellPhone, t, tongue } from '@/text'
import { spellMoment } from '@/time'

const KINDS: MessageKind[] = ['confirmation', 'reminder', 'morningReminder', 'moved', 'cancelled', 'earlierSlot']

/** "E-mail – Rappel"; other kinds may come, by their own name. */
export function nameOf({ channel, kind }: KeptMessage): string {
  const known = KINDS.find((one) => one === kind)
  return `${t(`fate.channel.${channel}`)} – ${known ? t(`kind.${known}`) : kind}`
}

/** By the clock of this machine: whoever tries things out sits before it. */
export function whenKept({ sentAt }: KeptMessage): string {
  return spellMoment(sentAt, Intl.DateTimeFormat().resolvedOptions().timeZone, tongue())
}

export function whom({ channel, to }: KeptMessage): string {
  return channel === 'email' ? to : spellPhone(to)
}

import type { KeptMessage } from '@/api/messages'
import { type Key, spellPhone, t, tongue } from '@/text'
import { spellMoment } from '@/time'

/** "E-mail – Rappel"; other kinds may come, by their own name. */
export function nameOf({ channel, kind }: KeptMessage): string {
  return `${t(`fate.channel.${channel}`)} – ${t(`kind.${kind}` as Key) || kind}`
}

/** By the clock of this machine: whoever tries things out sits before it. */
export function whenKept({ sentAt }: KeptMessage): string {
  return spellMoment(sentAt, Intl.DateTimeFormat().resolvedOptions().timeZone, tongue())
}

export function whom({ channel, to }: KeptMessage): string {
  return channel === 'email' ? to : spellPhone(to)
}

import type { Ticket } from '@/api/queue'
import { t } from '@/text'
import type { Act, Done } from '@/ui/useDone'
import type { Sent } from './useSent'

/** Something that was done with a ticket, and its way back: that one thing, as the answer to it told its number. */
export function actOf({ id, seq }: Pick<Ticket, 'id' | 'seq'>, text: string, sent: Sent): Act {
  return {
    text,
    back: async () => {
      if (seq !== undefined) await sent.undo(id, seq)
      return { said: t('done.undone', { what: text }) }
    },
  }
}

/** All of it is said, and each can be taken back, the last one first. */
export const doneWith = (...acts: Act[]): Done => ({ said: acts.map(({ text }) => text).join(' '), acts })

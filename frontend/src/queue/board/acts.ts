import { actOn, type Ticket } from '@/api/queue'
import { t } from '@/text'
import type { Act, Done } from '@/ui/useDone'

/** Something that was done with a ticket; the ticket itself knows how to go back. */
export function actOf({ id }: Pick<Ticket, 'id'>, text: string): Act {
  return {
    text,
    back: async () => {
      await actOn(id, 'undo')
      return { said: t('done.undone', { what: text }) }
    },
  }
}

/** All of it is said, and each can be taken back, the last one first. */
export const doneWith = (...acts: Act[]): Done => ({ said: acts.map(({ text }) => text).join(' '), acts })

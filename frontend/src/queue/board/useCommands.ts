import { ref, shallowRef } from 'vue'
import { ApiProblem, isProblem } from '@/api'
import { actOn } from '@/api/queue'
import { t } from '@/text'

/** Something done that may be taken back. */
export interface Act {
  ticketId: string
  text: string
}

/** One thing at a time: says what was done, or why it was refused, and remembers what can be taken back. */
export function useCommands(refresh: () => Promise<void>) {
  const busy = ref(false)
  const said = ref('')
  const refused = ref('')
  /** The last one first. */
  const acts = shallowRef<Act[]>([])

  async function run(work: () => Promise<Act[] | string>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    refused.value = ''
    try {
      const done = await work()
      said.value = typeof done === 'string' ? done : done.map(({ text }) => text).join(' ')
      if (typeof done !== 'string') acts.value = [...[...done].reverse(), ...acts.value].slice(0, 10)
      return true
    } catch (error) {
      refused.value = refusalOf(error)
      return false
    } finally {
      busy.value = false
      // Also after a refusal: the screen did not know something.
      void refresh()
    }
  }

  /** Takes back the last thing done here, else the last change of `otherwise`. */
  async function undo(otherwise?: Act): Promise<void> {
    const act = acts.value[0] ?? otherwise
    if (!act || busy.value) return
    // Tried once: what cannot be taken back must not stand before what can.
    acts.value = acts.value.slice(1)
    await run(async () => {
      await actOn(act.ticketId, 'undo')
      return t('done.undone', { what: act.text })
    })
  }

  return { busy, said, refused, acts, run, undo }
}

/** A refusal in words for a clerk. */
export function refusalOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return t('failure.offline.text')
  if (error.errors.length) return error.errors.map(({ message }) => message).join(' ')
  const said = error.detail || t('failure.other.text')
  return isProblem(error, 'action-not-allowed', 'desk-busy') ? t('board.refused', { said }) : said
}

import { computed, ref, shallowRef } from 'vue'
import { NoAnswer } from '@/api'
import { refusalText } from './refusal'

/** Something that was done, in words, and how it is taken back. */
export interface Act {
  text: string
  back: () => Promise<Done>
}

export interface Done {
  said: string
  acts?: Act[]
}

interface How {
  /** How many acts can be taken back, one after another; only the very last thing that was done when it is 1. */
  memory?: number
  /** The words for a refusal. */
  explain?: (error: unknown) => string
  /** Told after each try, also after a refusal: the screen did not know something. */
  after?: () => void
}

/** One thing at a time: says what was done, or why it was refused, and offers the way back. `UndoLine` shows it. */
export function useDone({ memory = 1, explain = refusalText, after = () => undefined }: How = {}) {
  const busy = ref(false)
  const said = ref('')
  const refused = ref('')
  /** What can be taken back, the last one first. */
  const acts = shallowRef<Act[]>([])
  /** Where the last thing was done, when several places share what is said. */
  const at = ref('')
  const latest = shallowRef<Act | null>(null)
  /** What would be taken back, where the line itself does not say it: after an undo it is the act before. */
  const next = computed(() => (acts.value[0] && acts.value[0] !== latest.value ? acts.value[0].text : ''))

  let lost = false

  async function run(work: () => Promise<Done>, where = ''): Promise<boolean> {
    if (busy.value) return false
    at.value = where
    busy.value = true
    refused.value = ''
    try {
      remember(await work())
      return true
    } catch (error) {
      lost = error instanceof NoAnswer
      if (memory === 1) remember({ said: '' })
      refused.value = explain(error)
      return false
    } finally {
      busy.value = false
      after()
    }
  }

  function remember(done: Done): void {
    const fresh = [...(done.acts ?? [])].reverse()
    said.value = done.said
    latest.value = fresh[0] ?? null
    acts.value = [...fresh, ...(memory === 1 ? [] : acts.value)].slice(0, memory)
  }

  /** Takes back the last thing done here, else `otherwise`. */
  async function undo(otherwise?: Act): Promise<void> {
    const act = acts.value[0] ?? otherwise
    if (!act || busy.value) return
    // Tried once: what cannot be taken back must not stand before what can.
    const rest = acts.value.slice(1)
    acts.value = rest
    // No answer came: it may be taken back already or not, and nothing before it may be taken instead.
    if (!(await run(act.back, at.value)) && lost) acts.value = [act, ...rest]
  }

  return { busy, said, refused, acts, next, at, run, undo }
}

export type DoneLine = ReturnType<typeof useDone>

/** One thing that was done, and what takes it back, if anything does. */
export function doneThat(said: string, back?: () => Promise<Done>): Done {
  return { said, acts: back ? [{ text: said, back }] : [] }
}

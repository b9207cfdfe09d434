import { ref, shallowRef } from 'vue'
import { refusalText } from '@/ui/refusal'

/** Something that was done, in words, and how it is taken back when it can be. */
export interface Done {
  said: string
  undo?: () => Promise<Done>
}

/** One thing at a time: says what was done, or why it was refused, and offers the way back. */
export function useActs() {
  const busy = ref(false)
  const said = ref('')
  const refused = ref('')
  const undo = shallowRef<(() => Promise<Done>) | null>(null)

  async function run(work: () => Promise<Done>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    refused.value = ''
    try {
      const done = await work()
      said.value = done.said
      undo.value = done.undo ?? null
      return true
    } catch (error) {
      said.value = ''
      undo.value = null
      refused.value = refusalText(error)
      return false
    } finally {
      busy.value = false
    }
  }

  async function takeBack(): Promise<void> {
    const back = undo.value
    if (back) await run(back)
  }

  return { busy, said, refused, undo, run, takeBack }
}

export type Acts = ReturnType<typeof useActs>

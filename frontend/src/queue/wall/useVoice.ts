import { onScopeDispose, ref } from 'vue'
import { useChime } from './useChime'
import { useSpeech } from './useSpeech'

/** The words begin after the chime, and the next ones come even where the voice never reports its end; in milliseconds. */
const [CHIME, LONGEST] = [1100, 7000]

/** The screen's chime and voice. Browsers play no sound before somebody pressed once. */
export function useVoice() {
  const on = ref(false)
  const { open, chime } = useChime()
  const { speaks, wake, speak } = useSpeech()
  const waiting: string[] = []
  let busy = false
  let over: ReturnType<typeof setTimeout> | undefined

  async function turnOn(): Promise<void> {
    on.value = true
    await open()
    wake()
    chime()
  }

  /** Rings and says; one after another when several are called together. */
  function say(text: string): void {
    if (!on.value) return
    waiting.push(text)
    next()
  }

  function next(): void {
    const text = busy ? undefined : waiting.shift()
    if (text === undefined) return
    busy = true
    chime()
    clearTimeout(over)
    over = setTimeout(() => {
      over = setTimeout(ended, LONGEST)
      speak(text, ended)
    }, CHIME)
  }

  function ended(): void {
    clearTimeout(over)
    busy = false
    next()
  }

  onScopeDispose(() => clearTimeout(over))
  return { on, speaks, turnOn, say }
}

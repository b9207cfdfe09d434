import { onScopeDispose, ref } from 'vue'
import { tongue } from '@/text'

const has = () => typeof speechSynthesis !== 'undefined'
const ours = ({ lang }: SpeechSynthesisVoice) => lang.toLowerCase().startsWith(tongue())

/** The browser's voice in the screen's language. */
export function useSpeech() {
  /** False where the browser has no such voice: the chime remains. */
  const speaks = ref(true)

  function look(): void {
    speaks.value = has() && speechSynthesis.getVoices().some(ours)
  }

  /** Voices come late in some browsers; asking once makes them load. */
  function wake(): void {
    if (has()) speechSynthesis.addEventListener?.('voiceschanged', look)
    look()
  }

  /** `ended`: told when it was said, or cannot be. */
  function speak(text: string, ended: () => void): void {
    if (!has() || !speaks.value) return ended()
    const said = new SpeechSynthesisUtterance(text)
    said.lang = tongue() === 'fr' ? 'fr-FR' : 'en-GB'
    said.rate = 0.9
    said.voice = speechSynthesis.getVoices().find(ours) ?? null
    said.onend = said.onerror = ended
    speechSynthesis.speak(said)
  }

  onScopeDispose(() => {
    if (!has()) return
    speechSynthesis.removeEventListener?.('voiceschanged', look)
    speechSynthesis.cancel()
  })
  return { speaks, wake, speak }
}

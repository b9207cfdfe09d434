import { onScopeDispose, ref } from 'vue'
import { tongue } from '@/text'

/** The screen's chime and voice. Browsers play no sound before somebody pressed once. */
export function useVoice() {
  const on = ref(false)
  /** False where the browser has no voice of the screen's language: the chime remains. */
  const speaks = ref(true)
  const waiting: string[] = []
  let audio: AudioContext | null = null
  let busy = false
  let over: ReturnType<typeof setTimeout> | undefined

  async function turnOn(): Promise<void> {
    on.value = true
    audio ??= typeof AudioContext === 'undefined' ? null : new AudioContext()
    await audio?.resume().catch(() => undefined)
    // Voices come late in some browsers; asking once makes them load.
    if (typeof speechSynthesis !== 'undefined') {
      speechSynthesis.getVoices()
      speechSynthesis.addEventListener?.('voiceschanged', look)
    }
    look()
    chime()
  }

  function look(): void {
    const voices = typeof speechSynthesis === 'undefined' ? [] : speechSynthesis.getVoices()
    speaks.value = voices.some(ours)
  }

  function ours({ lang }: SpeechSynthesisVoice): boolean {
    return lang.toLowerCase().startsWith(tongue())
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
    // After the chime; and on with the next even where the voice never reports its end.
    over = setTimeout(() => {
      speak(text)
      over = setTimeout(ended, 7000)
    }, 1100)
  }

  function ended(): void {
    clearTimeout(over)
    busy = false
    next()
  }

  function speak(text: string): void {
    if (typeof speechSynthesis === 'undefined' || !speaks.value) return ended()
    const said = new SpeechSynthesisUtterance(text)
    said.lang = tongue() === 'fr' ? 'fr-FR' : 'en-GB'
    said.rate = 0.9
    said.voice = speechSynthesis.getVoices().find(ours) ?? null
    said.onend = said.onerror = ended
    speechSynthesis.speak(said)
  }

  // Two soft notes, a third apart: heard across a room, and nobody jumps.
  function chime(): void {
    if (!audio) return
    const start = audio.currentTime + 0.02
    for (const [at, pitch] of [[0, 659.25], [0.35, 523.25]] as const) {
      const tone = audio.createOscillator()
      const loud = audio.createGain()
      tone.type = 'sine'
      tone.frequency.value = pitch
      loud.gain.setValueAtTime(0.0001, start + at)
      loud.gain.exponentialRampToValueAtTime(0.4, start + at + 0.03)
      loud.gain.exponentialRampToValueAtTime(0.0001, start + at + 0.7)
      tone.connect(loud).connect(audio.destination)
      tone.start(start + at)
      tone.stop(start + at + 0.75)
    }
  }

  onScopeDispose(() => {
    clearTimeout(over)
    if (typeof speechSynthesis !== 'undefined') {
      speechSynthesis.removeEventListener?.('voiceschanged', look)
      speechSynthesis.cancel()
    }
    void audio?.close().catch(() => undefined)
  })
  return { on, speaks, turnOn, say }
}

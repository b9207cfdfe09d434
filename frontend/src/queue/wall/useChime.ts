import { onScopeDispose } from 'vue'

/** When each note begins, in seconds, and its pitch in hertz: two soft notes, a third apart, heard across a room, and nobody jumps. */
const NOTES = [[0, 659.25], [0.35, 523.25]] as const
const LENGTH = 0.7

/** The sound before a call; silent until `open`, which browsers allow only after a press. */
export function useChime() {
  let audio: AudioContext | null = null

  async function open(): Promise<void> {
    audio ??= typeof AudioContext === 'undefined' ? null : new AudioContext()
    await audio?.resume().catch(() => undefined)
  }

  function chime(): void {
    if (!audio) return
    const start = audio.currentTime + 0.02
    for (const [at, pitch] of NOTES) ring(audio, start + at, pitch)
  }

  onScopeDispose(() => void audio?.close().catch(() => undefined))
  return { open, chime }
}

function ring(audio: AudioContext, at: number, pitch: number): void {
  const tone = audio.createOscillator()
  const loud = audio.createGain()
  tone.type = 'sine'
  tone.frequency.value = pitch
  loud.gain.setValueAtTime(0.0001, at)
  loud.gain.exponentialRampToValueAtTime(0.4, at + 0.03)
  loud.gain.exponentialRampToValueAtTime(0.0001, at + LENGTH)
  tone.connect(loud).connect(audio.destination)
  tone.start(at)
  tone.stop(at + LENGTH + 0.05)
}

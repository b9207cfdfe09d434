import { onScopeDispose, ref } from 'vue'

/** A hand scanner types much faster than any hand: keys closer than this, in milliseconds, are one code. */
const BURST = 45
const KEPT = 'porte-ouverte.keys'

/** Whether single keys act; somebody whose voice or shaking hand types by accident can turn them off (WCAG 2.1.4). */
export const keysOn = ref(read())

export function turnKeys(on: boolean): void {
  keysOn.value = on
  try {
    localStorage.setItem(KEPT, on ? 'on' : 'off')
  } catch {
    // Storage refused: the choice lasts as long as the page.
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(KEPT) !== 'off'
  } catch {
    return true
  }
}

/**
 * Single keys of a screen, and codes that a hand scanner types while no field has the focus. Never while somebody types
 * in a field, in a dialog, on a locked page, or together with Ctrl, Alt or Meta.
 */
export function useKeys(onKey: (key: string) => void, onScan: (text: string) => void = () => undefined): void {
  let typed: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function settle(): void {
    const [only] = typed
    const alone = typed.length === 1
    typed = []
    if (alone && only && keysOn.value) onKey(only)
  }

  function onDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat || isBusy(event.target)) return
    if (event.key === 'Enter' && typed.length > 3) {
      clearTimeout(timer)
      const text = typed.join('')
      typed = []
      event.preventDefault()
      onScan(text)
      return
    }
    if (event.key.length !== 1 || event.key === ' ') return
    // Firefox opens its own search with these two.
    if (event.key === '/' || event.key === "'") event.preventDefault()
    typed.push(event.key)
    clearTimeout(timer)
    timer = setTimeout(settle, BURST)
  }

  addEventListener('keydown', onDown)
  onScopeDispose(() => {
    clearTimeout(timer)
    removeEventListener('keydown', onDown)
  })
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], [data-locked]')) return true
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])')
}

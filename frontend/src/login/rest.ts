import { ref } from 'vue'
import { clock } from '@/time'

// On a counter somebody walks away from, visitors look: after a while without a touch, in no tab of the browser, the pages
// of the staff lock.

/** The pages are locked: nothing of them is on the screen until the same person has given their password again. */
export const locked = ref(false)
/** They lock soon. */
export const nearing = ref(false)

/** So long before, in milliseconds, it is said; of a short time the last third. */
const NOTICE = 60_000
/** Touches are told to the other tabs this often at most, in milliseconds. */
const OFTEN = 2_000
/** Without a lock, a login that rests so long is renewed no more, in milliseconds: Keycloak then ends it. */
const LONGEST = 25 * 60_000
/** When somebody last touched a page here, in the tab's own storage: a tab that the browser brings back does not open by itself. */
const KEPT = 'porte-ouverte.touched'
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

let touched = 0
let told = 0
let after = 0
let timer: ReturnType<typeof setTimeout> | undefined
let lock: () => void = () => undefined
let tell: (at: number) => void = () => undefined

/**
 * Watches over the pages of who has just come; again and again changes nothing.
 * @param seconds after which they lock; 0: never
 */
export function watchRest(seconds: number, on: { lock: () => void; tell: (at: number) => void }): void {
  if (timer) return
  after = seconds * 1000
  lock = on.lock
  tell = on.tell
  touched = touched || Number(sessionStorage.getItem(KEPT)) || now()
  for (const kind of TOUCHES) addEventListener(kind, touch, { capture: true, passive: true })
  document.addEventListener('visibilitychange', look)
  look()
}

export function endWatch(): void {
  clearTimeout(timer)
  timer = undefined
  nearing.value = false
  touched = told = 0
  sessionStorage.removeItem(KEPT)
  for (const kind of TOUCHES) removeEventListener(kind, touch, { capture: true })
  document.removeEventListener('visibilitychange', look)
}

/** Somebody is there, in this tab or, by its word, in another one. */
export function touchedAt(at: number): void {
  touched = Math.max(touched, at)
  if (nearing.value) look()
}

/** Somebody has just given their password. */
export function restEnds(): void {
  touched = 0
  sessionStorage.removeItem(KEPT)
  locked.value = false
}

/** Whether nobody has been there for so long that the login may end. */
export function restsLong(): boolean {
  return touched > 0 && now() - touched > LONGEST
}

function touch(): void {
  const at = now()
  // A computer that slept wakes by a touch: that one comes too late.
  if (after && touched && at - touched >= after) return look()
  touchedAt(at)
  if (at - told < OFTEN) return
  told = at
  sessionStorage.setItem(KEPT, String(at))
  tell(at)
}

function look(): void {
  clearTimeout(timer)
  if (!after) {
    timer = setTimeout(look, LONGEST)
    return
  }
  const left = touched + after - now()
  if (left <= 0) {
    endWatch()
    lock()
    return
  }
  const notice = Math.min(NOTICE, after / 3)
  nearing.value = left <= notice
  timer = setTimeout(look, nearing.value ? left : left - notice)
}

const now = () => clock.now().getTime()

import { nextTick, ref, shallowRef } from 'vue'
import { isProblem, onceKeys, type Procedure } from '@/api'
import type { Receipt } from '@/api/queue'
import { type Kiosk, kioskArrival, kioskNumber } from '@/api/queue/kiosk'
import { type Key, setTongue, tongue } from '@/text'
import type { Host } from '../errands'

/** The language of the house: the next person begins in it again. */
export const HOUSE = 'fr'

export type Step = 'home' | 'reference' | 'what' | 'priority' | 'receipt' | 'refused'

/** What a kiosk says to a refusal that holds for everybody; everything else is about one's own paper. */
const SAID = {
  'not-open': 'closed.now', 'by-appointment': 'kiosk.byAppointment', 'session-over': 'kiosk.over', 'no-more-numbers': 'kiosk.full',
  'not-found': 'kiosk.notFound', 'invalid-request': 'kiosk.notFound',
} as const

/** The few steps of a kiosk. Nobody's name is ever known here. `changed`: told when the house is not as the screen said. */
export function useKiosk(kiosk: () => Kiosk | null, changed: () => void) {
  const step = ref<Step>('home')
  const typed = ref('')
  const error = ref<Key | ''>('')
  const busy = ref(false)
  const receipt = shallowRef<Receipt | null>(null)
  const chosen = shallowRef<{ procedure: Procedure; host: Host } | null>(null)
  let keyFor = onceKeys()

  /** Each step is said by its title, which takes the focus. */
  function go(to: Step): void {
    step.value = to
    error.value = ''
    void nextTick(() => document.getElementById('kiosk-title')?.focus())
  }

  function home(): void {
    typed.value = ''
    receipt.value = chosen.value = null
    keyFor = onceKeys()
    if (tongue() !== HOUSE) void setTongue(HOUSE).catch(() => undefined)
    go('home')
  }

  async function ask(work: (on: Kiosk) => Promise<Receipt>): Promise<void> {
    const on = kiosk()
    if (busy.value || !on) return
    busy.value = true
    error.value = ''
    try {
      receipt.value = await work(on)
      go('receipt')
    } catch (refusal) {
      if (isProblem(refusal, 'unauthorized')) go('refused')
      else error.value = sayRefusal(refusal)
      changed()
    } finally {
      busy.value = false
    }
  }

  function arrive(reference: string): Promise<void> {
    return ask((on) => kioskArrival(on, reference))
  }

  function choose(procedure: Procedure, host: Host): void {
    chosen.value = { procedure, host }
    go('priority')
  }

  /** For whoever does not know what for: the counter of the house finds out. */
  function unsure(): void {
    chosen.value = null
    go('priority')
  }

  function take(priority: boolean): Promise<void> {
    const { procedure, host } = chosen.value ?? {}
    const body = { priority, ...(procedure ? { procedureId: procedure.id } : {}), ...(host ? { permanenceId: host.permanenceId } : {}) }
    return ask((on) => kioskNumber(on, body, keyFor(body)))
  }

  return { step, typed, error, busy, receipt, chosen, go, home, arrive, choose, unsure, take }
}

function sayRefusal(refusal: unknown): Key {
  const codes = Object.keys(SAID) as (keyof typeof SAID)[]
  const code = codes.find((one) => isProblem(refusal, one))
  return code ? SAID[code] : 'kiosk.failed'
}

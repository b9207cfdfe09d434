import { reactive } from 'vue'
import { speak } from '@/api'
import type { Tongue } from '@/time'
import { fr, type Key } from './fr'

export type { Key }
export type Words = Record<Key, string>
type Values = Record<string, string | number>

const KEPT = 'porte-ouverte.language'
const state = reactive<{ tongue: Tongue; words: Words }>({ tongue: 'fr', words: fr })

/**
 * The words of a key in the language of the screen. `{name}` is replaced by a value; "one | many" is chosen by `count`.
 */
export function t(key: Key, values: Values = {}): string {
  const forms = state.words[key].split(' | ')
  const many = forms.length > 1 && new Intl.PluralRules(state.tongue).select(Number(values.count)) !== 'one'
  const form = (many ? forms[1] : forms[0]) ?? ''
  return form.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** A text that the server holds in both languages. */
export function pick(text: { fr: string; en: string } | null | undefined): string {
  return text ? text[state.tongue] || text.fr : ''
}

export function tongue(): Tongue {
  return state.tongue
}

/** French comes with the page; English is fetched when somebody asks for it. */
export async function setTongue(wanted: Tongue): Promise<void> {
  state.words = wanted === 'en' ? (await import('./en')).en : fr
  state.tongue = wanted
  document.documentElement.lang = wanted
  speak(wanted)
  try {
    localStorage.setItem(KEPT, wanted)
  } catch {
    // A private window may refuse storage: the choice then lasts as long as the page.
  }
}

export function keptTongue(): Tongue {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'fr'
  } catch {
    return 'fr'
  }
}

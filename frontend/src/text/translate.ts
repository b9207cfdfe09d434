import { reactive } from 'vue'
import { speak } from '@/api'
import type { Tongue } from '@/time'
import { type PartName, type PartKey, readTranslations } from './translations'
import { fr, type FirstKey } from './fr'

export type { PartName }
export type Key = FirstKey | PartKey
type Words = Partial<Record<Key, string>>
type Values = Record<string, string | number>

const KEPT = 'porte-ouverte.language'
const state = reactive<{ tongue: Tongue; words: Words }>({ tongue: 'fr', words: fr })
const opened = new Set<PartName>()

/**
 * The words of a key in the language of the screen. `{name}` is replaced by a value; "one | many" is chosen by `count`.
 */
export function t(key: Key, values: Values = {}): string {
  const forms = (state.words[key] ?? '').split(' | ')
  const many = forms.length > 1 && new Intl.PluralRules(state.tongue).select(Number(values.count)) !== 'one'
  const form = (many ? forms[1] : forms[0]) ?? ''
  return form.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** A text that the server holds in both languages. */
export function pick(text: { fr: string; en: string } | null | undefined): string {
  return text ? text[state.tongue] || text.fr : ''
}

/** Words that somebody wrote, to stand inside a sentence of ours: without the full stop at their end. */
export function bare(words: string): string {
  return words.trim().replace(/\.$/, '')
}

export function tongue(): Tongue {
  return state.tongue
}

/** French comes with the page; English is fetched when somebody asks for it. Only what people chose themselves is kept. */
export async function setTongue(wanted: Tongue, chosen = true): Promise<void> {
  const first: Words = wanted === 'en' ? (await import('./en')).en : fr
  state.words = Object.assign({}, first, ...(await Promise.all([...opened].map((name) => readTranslations(name, wanted)))))
  state.tongue = wanted
  document.documentElement.lang = wanted
  speak(wanted)
  if (!chosen) return
  try {
    localStorage.setItem(KEPT, wanted)
  } catch {
    // A private window may refuse storage: the choice then lasts as long as the page.
  }
}

/** Brings the words that only some pages need; a page's route asks for them before it is shown. */
export async function loadTranslations(...names: PartName[]): Promise<void> {
  const missing = names.filter((name) => !opened.has(name))
  const words = await Promise.all(missing.map((name) => readTranslations(name, state.tongue)))
  for (const name of missing) opened.add(name)
  state.words = Object.assign({}, state.words, ...words)
}

/** The next change of language leaves these parts out, until a page asks for them again. */
export function forgetTranslations(): void {
  opened.clear()
}

/** What was chosen here, else the first of our languages that the browser names, as the server reads Accept-Language. */
export function firstTongue(): Tongue {
  return keptTongue() ?? (navigator.languages.map((name) => name.toLowerCase().split('-')[0]).find(isTongue) || 'fr')
}

const isTongue = (name: string | null | undefined): name is Tongue => name === 'fr' || name === 'en'

function keptTongue(): Tongue | undefined {
  try {
    const kept = localStorage.getItem(KEPT)
    return isTongue(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

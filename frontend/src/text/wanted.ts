import { fold } from './fold'

interface Words {
  fr: string
  en: string
}

/** What a procedure is known by: its title, what people say instead, and who does it. */
export interface Known {
  title: Words
  synonyms: string[]
  partner: { name: Words }
}

/** Said around the thing itself: "je veux divorcer" is about "divorcer". */
const AROUND = new Set(
  `a ai aider aide au aux avec avoir besoin ce cette c comment d dans de demande demander des dois du elle en est et etre faire faut il j je l la
  le les leur m ma mes mon n nos notre ne nous on ou par pas pour pourquoi qu que quel quelle qui s sa se ses son sur t toucher un une veux
  voudrais vouloir y an and apply do for get have help how i m my need of on our the to want with`.split(/\s+/),
)
const [TITLE, SYNONYM, PARTNER, MISTYPED, NOWHERE] = [1, 2, 3, 4, 9]
/** In a shorter word one other letter makes another word. */
const SHORTEST = 5

/** What is meant by some words, the likeliest first: by title, by what people say, by partner. The API's rule (`ProcedureSearch`), for what
 * was read already; both read one table of questions in their tests. */
export function wanted<T extends Known>(all: readonly T[], asked: string): T[] {
  const said = fold(asked).split(' ').filter(Boolean)
  const words = said.length === 1 ? said : said.filter((word) => !AROUND.has(word))
  const found = all
    .map((one) => ({ one, places: placesOf(one, words) }))
    .map(({ one, places }) => ({ one, missing: places.filter((at) => at === NOWHERE).length, cost: places.reduce((sum, at) => sum + at % NOWHERE, 0) }))
    .filter(({ missing }) => !words.length || missing < words.length)
  const least = Math.min(...found.map(({ missing }) => missing))
  return found
    .filter(({ missing }) => missing === least)
    .sort((one, other) => one.cost - other.cost)
    .map(({ one }) => one)
}

function placesOf({ title, synonyms, partner }: Known, words: string[]): number[] {
  const [named, called, held] = [`${title.fr} ${title.en}`, synonyms.join(' '), `${partner.name.fr} ${partner.name.en}`].map((text) => fold(text).split(' ')) as [string[], string[], string[]]
  return words.map((word) => {
    const stem = word.length > 3 ? word.replace(/[sx]$/, '') : word
    const begins = (one: string) => one.startsWith(stem)
    if (named.some(begins)) return TITLE
    if (called.some(begins)) return SYNONYM
    if (held.some(begins)) return PARTNER
    return [...named, ...called].some((one) => oneSlip(one, word)) ? MISTYPED : NOWHERE
  })
}

/** One letter too many, missing or wrong, or two that changed places. */
export function oneSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < SHORTEST || one === other) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const [rest, others] = [one.slice(at), other.slice(at)]
  return (
    rest.slice(1) === others.slice(1) ||
    rest.slice(1) === others ||
    rest === others.slice(1) ||
    (rest[0] === others[1] && rest[1] === others[0] && rest.slice(2) === others.slice(2))
  )
}

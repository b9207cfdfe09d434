/** What must not be kept in a note. By the same rules as the API's `SensitiveText`; one list of examples holds both to it. */
export type Sensitive = 'nir' | 'card' | 'password'

const GAP = '[ \\u00A0\\u202F.\\-/]?'
const NIR = new RegExp(
  ['(?<![0-9A-Za-z])([12378])', '([0-9]{2})', '(0[1-9]|1[0-2]|[2-9][0-9])', '([0-9]{2}|2[AaBb])', '([0-9]{3})', '([0-9]{3})', '([0-9]{2})(?![0-9])'].join(GAP),
  'g',
)
const DIGITS = new RegExp(`(?<![0-9A-Za-z])[0-9](?:${GAP}[0-9]){12,18}(?![0-9])`, 'g')
/** As the networks begin and count their digits; a SIRET, of 14 digits, is none. */
const CARD = /^(?:3[47]\d{13}|(?:2[2-7]|4\d|5\d|6\d|35)\d{14}|4\d{12}|6\d{18})$/
const SAID = /(?:mots? de passe|mdp|password|pwd|code secret|code confidentiel|code pin|\bpin)[^:=\n]{0,25}[:=]\s*(\S{4,})/gi
const CODE = /(?:code secret|code confidentiel|code pin|\bpin)\D{0,15}[0-9]{4,8}(?![0-9])/i
const WORD = /\S{8,40}/g
const ADDRESS = /:\/\/|www\.|@\S+\.[a-z]{2,}/

/** The first of its kind; undefined: nothing. */
export function sensitiveIn(text: string): Sensitive | undefined {
  if ([...text.matchAll(NIR)].some(keyFits)) return 'nir'
  if ([...text.matchAll(DIGITS)].some(([found]) => isCard(found.replace(/\D/g, '')))) return 'card'
  return hasPassword(text) ? 'password' : undefined
}

function keyFits([, sex, year, month, place, commune, order, key]: RegExpMatchArray): boolean {
  const number = [sex, year, month, place!.toUpperCase().replace('2A', '19').replace('2B', '18'), commune, order].join('')
  return 97 - Number(BigInt(number) % 97n) === Number(key)
}

const isCard = (digits: string) => CARD.test(digits) && luhn(digits) % 10 === 0

function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, one, at) => {
    const counted = at % 2 ? Number(one) * 2 : Number(one)
    return sum + (counted > 9 ? counted - 9 : counted)
  }, 0)
}

function hasPassword(text: string): boolean {
  if ([...text.matchAll(SAID)].some(([, word]) => unlikeWord(word!))) return true
  if (CODE.test(text)) return true
  return [...text.matchAll(WORD)].some(([word]) => mixed(word) && !ADDRESS.test(word))
}

/** Words are written in small letters, perhaps with a capital before and a sign behind. */
const core = (word: string) => word.replace(/[.,;:!?)»"']+$/, '')
const unlikeWord = (word: string) => /.\p{Lu}|[0-9@#$%&*+=_^~€£§]/u.test(core(word))
const mixed = (word: string) => /\p{Ll}/u.test(core(word)) && /\p{Lu}/u.test(core(word)) && /[0-9]/.test(core(word)) && /[!@#$%&*+=?_^~€£§]/.test(word)

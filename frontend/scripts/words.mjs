// Fails when a key is missing in one language, said the same way in both though it should not be, or used nowhere.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ENTRY = /^ {2}'([\w.]+)':\s*\n?\s*'((?:[^'\\]|\\.)*)'/gm
/** Names that are the same in both languages. */
const SAME = new Set([
  'systems.clientId',
  'systems.clientSecret',
  'keeping.commune', 'keeping.communeList', 'keeping.latitude', 'keeping.longitude', 'keeping.date', 'keeping.column.commune', 'keeping.column.agents','app.name', 'app.french', 'app.english', 'procedure.duration', 'house.email', 'act.miss', 'act.choose', 'register.code', 'register.imports', 'register.imports.version'])

/** The keys and words of one language, from its files. */
export function wordsIn(sources) {
  return new Map(sources.flatMap((source) => [...source.matchAll(ENTRY)].map(([, key, words]) => [key, words])))
}

export function findings(french, english, code) {
  const found = []
  for (const [key, words] of french) {
    const other = english.get(key)
    if (!other) found.push(`${key}: no English`)
    else if (other === words && !SAME.has(key) && /\p{Letter}{4}/u.test(words.replace(/\{\w+\}/g, ''))) found.push(`${key}: not translated`)
    else if (values(words) !== values(other)) found.push(`${key}: other values in English`)
    if (!isUsed(key, code)) found.push(`${key}: used nowhere`)
  }
  for (const key of english.keys()) if (!french.has(key)) found.push(`${key}: no French`)
  return found
}

const values = (words) => [...new Set(words.match(/\{\w+\}/g) ?? [])].sort().join()

// A key may be put together: `day.${day}` uses every key that fits.
function isUsed(key, code) {
  if (code.includes(`'${key}'`)) return true
  const parts = key.split('.')
  return parts.some((_, at) => {
    const shape = parts.map((part, index) => (index === at ? '\\$\\{[^}]+\\}' : part)).join('\\.')
    return new RegExp('`' + shape + '`').test(code)
  })
}

export function files(folder, wanted) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(wanted).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const SRC = fileURLToPath(new URL('../src/', import.meta.url))
  const isWords = (name) => name.endsWith('.ts') && !name.includes('index')
  const french = wordsIn(files(`${SRC}text/fr`, isWords))
  const english = wordsIn(files(`${SRC}text/en`, isWords))
  const code = files(SRC, (name) => /\.(vue|ts)$/.test(name) && !/^text\/(fr|en)\//.test(name) && !name.includes('.spec.')).join('\n')
  const found = findings(french, english, code)
  for (const line of found) console.error(line)
  console.log(`${french.size} keys in French, ${english.size} in English, ${found.length} findings`)
  process.exit(found.length || french.size === 0 ? 1 : 0)
}

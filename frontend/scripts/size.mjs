// Fails when the JavaScript that the first public page needs is over its budget: entry, what it imports at once, and the home page.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** In bytes after gzip: 70 kB, for an old phone on a weak network. */
export const BUDGET = 70_000
export const HOME = 'src/site/WherePage.vue'

/** The files of JavaScript that a first visit to the home page fetches. */
export function firstLoad(manifest, home = HOME) {
  const files = new Set()
  const visit = (key) => {
    const chunk = manifest[key]
    if (!chunk || files.has(chunk.file)) return
    if (chunk.file.endsWith('.js')) files.add(chunk.file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const key of Object.keys(manifest)) if (manifest[key].isEntry || key === home) visit(key)
  return [...files]
}

/** Screens that old phones, televisions and kiosks open: under the same budget, and without a line of the login. */
export const LIGHT = ['src/queue/ticket/TicketPage.vue', 'src/queue/wall/WallPage.vue', 'src/queue/kiosk/KioskPage.vue', 'src/partner/link/LinkPage.vue']

/** Whether a page fetches, at once, code that can load the login. */
export function knowsLogin(manifest, page) {
  const files = new Set(firstLoad(manifest, page))
  return Object.values(manifest).some(({ file, dynamicImports }) => files.has(file) && dynamicImports?.some((key) => key.includes('oidc-client-ts')))
}

/** Pages behind the login; every other page is opened by anybody. */
export const STAFF = /^src\/(account|figures|keeping|planning|register|(booking|event)\/staff|message\/(calls|settings)|partner\/(PartnerPage|report|session)|queue\/(board|late|paper|phone|settings|visit)|site\/closing)/

/** The pages of the public, whatever pages there are. */
export function publicPages(manifest) {
  return Object.keys(manifest).filter((key) => /Page\.vue$/.test(key) && !STAFF.test(key))
}

/** An option's name that stands in the query cache of the staff rooms, and nowhere else. */
const CACHE = 'refetchOnWindowFocus'

/** Whether a page fetches, at once, the query cache of the staff rooms. */
export function knowsCache(manifest, page, read) {
  return firstLoad(manifest, page).some((file) => read(file).includes(CACHE))
}

export function weigh(files, read) {
  return files.map((file) => ({ file, bytes: gzipSync(read(file), { level: 9 }).length }))
}

export function verdict(weights, budget = BUDGET) {
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0)
  return { total, fits: weights.length > 0 && total <= budget }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = new URL('../dist/', import.meta.url)
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
  const read = (file) => readFileSync(new URL(file, dist))
  const weights = weigh(firstLoad(manifest), read)
  const { total, fits } = verdict(weights)
  for (const { file, bytes } of weights) console.log(`${String(bytes).padStart(7)}  ${file}`)
  console.log(`${String(total).padStart(7)}  first load, gzip; the budget is ${BUDGET}`)
  if (!fits) {
    console.error('The first load is over its budget.')
    process.exitCode = 1
  }
  for (const page of LIGHT) {
    const one = verdict(weigh(firstLoad(manifest, page), read))
    console.log(`${String(one.total).padStart(7)}  ${page}`)
    if (one.fits && manifest[page] && !knowsLogin(manifest, page)) continue
    console.error(`${page} is missing, over its budget, or loads the login.`)
    process.exitCode = 1
  }
  const heavy = publicPages(manifest).filter((page) => knowsCache(manifest, page, read))
  // A mark that no page bears any more would find nothing, whatever the public loads.
  if (heavy.length || !knowsCache(manifest, 'src/queue/board/BoardPage.vue', read)) {
    console.error(`The query cache belongs to staff pages, and only to these: ${heavy.join(', ') || 'the board has none'}`)
    process.exitCode = 1
  }
}

// What the story asked and heard, one exchange for each operation, as the pages for integrators show it.
// Renew them with: ./test fuzz; cp .porte-ouverte/test/examples.json frontend/src/reference/examples.json
import { writeFileSync } from 'node:fs'

/** Long lists show how they go on, long texts how they begin. */
const ITEMS = 2
const LETTERS = 400

const SECRET_HEADERS = new Set(['booking-secret', 'device-key', 'link-secret', 'proof', 'browser-id'])
const SECRET_MEMBERS = /secret|password|token|^key$|challenge|signature|salt|nonce|code$/i
const TOLD_HEADERS = ['content-type', 'location', 'etag', 'cache-control', 'retry-after', 'content-disposition', 'idempotent-replayed']

export function exampleOf(request, answer) {
  return {
    request: { method: request.method, path: shown(request.path), headers: sent(request.headers), ...bodyOf(request.headers['Content-Type'], request.body) },
    answer: { status: answer.status, headers: told(answer.headers), ...bodyOf(answer.headers['content-type'], answer.body) },
  }
}

export function writeExamples(file, examples) {
  const sorted = Object.fromEntries([...examples].sort(([a], [b]) => a.localeCompare(b)))
  writeFileSync(file, `${JSON.stringify(sorted, null, 1)}\n`)
}

function sent(headers) {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name !== 'Accept')
      .map(([name, value]) => [name, name === 'Authorization' ? 'Bearer $TOKEN' : SECRET_HEADERS.has(name.toLowerCase()) ? '…' : value]),
  )
}

const told = (headers) => Object.fromEntries(TOLD_HEADERS.filter((name) => headers[name]).map((name) => [name, shown(headers[name])]))

function bodyOf(type = '', body) {
  if (!body) return {}
  if (!/json/.test(type)) return { body: cut(shown(body)) }
  return { body: shortened(JSON.parse(body)) }
}

function shortened(value, name = '') {
  if (Array.isArray(value)) return value.slice(0, ITEMS).map((one) => shortened(one))
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one, key)]))
  if (typeof value !== 'string') return value
  return SECRET_MEMBERS.test(name) && value.length > 12 && !/^\d{4}-\d\d-\d\dT/.test(value) ? '…' : cut(shown(value))
}

const cut = (text) => (text.length > LETTERS ? `${text.slice(0, LETTERS)}…` : text)

/** Of an installation that people could have; what is secret stands behind a sign of number, or is a calendar's address. */
const shown = (text) =>
  text
    .replace(/https?:\/\/(localhost|127\.0\.0\.1):\d+/g, 'https://maisons.example.org')
    .replace(/(\/feeds\/)[^/?."]+/g, '$1…')
    .replace(/#[\w-]{12,}/g, '#…')

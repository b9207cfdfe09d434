// Looks at each answer, and keeps what must not be.
import { MARK } from './marks.mjs'

const INTERNALS = /\b(java|jakarta|org\.hibernate|com\.fasterxml|io\.quarkus|io\.vertx)\.[a-z]+\.|SQLState|\bat [a-z]+\.[\w.]+\(/
/** What opens a booking, a kiosk, a calendar or a system's doors. */
const SECRET = /"(?:secret|key|clientSecret|newSecret)":"([^"]{12,})"|\/feeds\/([^"]+)\.ics/g
const SHOWN = 700

export class Judge {
  constructor(contract, print = console.log) {
    Object.assign(this, { contract, print, found: new Map(), counts: new Map(), secrets: new Set(), answered: 0, slowest: { took: 0 } })
  }

  /** @param by what sent it, to find it again: the story, or the number of the request */
  look(operation, request, answer, by) {
    const { status } = answer
    const told = () => `${by}: ${request.method} ${request.path} ${JSON.stringify(shown(request.headers))} ${clipped(request.body)} -> ${status} ${clipped(answer.body)}`
    this.answered += 1
    this.counts.set(status, (this.counts.get(status) ?? 0) + 1)
    if (answer.took > this.slowest.took) this.slowest = { took: answer.took, told: told() }
    if (status >= 500) this.note('5xx', `${status} ${operation.id}`, told())
    if (status >= 400 && INTERNALS.test(answer.body)) this.note('internals are shown', operation.id, told())
    for (const [, secret, address] of answer.body.matchAll(SECRET)) this.secrets.add(secret ?? address)
    if (answer.body.includes(MARK) && !/no-store/.test(answer.headers['cache-control'])) this.note('an answer about a person may be kept', operation.id, told())
    const streams = answer.type === 'text/event-stream' && status === 200
    const [fault] = streams ? [] : this.contract.faults(operation, answer)
    if (fault) this.note('not as the contract says', `${operation.id}: ${fault}`, told())
  }

  /** Told once; counted each time. */
  note(kind, what, example) {
    const key = `${kind}: ${what.replace(/\d{4,}/g, 'N')}`
    const times = this.found.get(key) ?? 0
    this.found.set(key, times + 1)
    if (!times) this.print(`${key}\n    ${example}`)
  }

  summary() {
    const statuses = [...this.counts].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`)
    this.print(`${this.answered} answers (${statuses.join(', ')}); the slowest took ${this.slowest.took} ms`)
    for (const [key, times] of this.found) this.print(`${times} × ${key}`)
    return this.found.size === 0
  }
}

function shown(headers) {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, name === 'Authorization' ? '…' : clipped(value)]))
}

const clipped = (text) => (text === undefined ? '' : String(text).slice(0, SHOWN))

// Tells the story of a day: each call must succeed. What was said is kept as the example of its operation.
import { randomUUID } from 'node:crypto'
import { send } from '../client.mjs'
import { exampleOf } from '../examples.mjs'

/** Of one operation so many; the first is what it does by itself, the next ones show its other sides. */
const EXAMPLES = 6

const CANCELLATIONS = new Set([
  'cancelBooking', 'cancelBookingBySlip', 'cancelSession', 'leaveWaitlist', 'refuseWaitlistOffer', 'releaseHold', 'leaveTicket',
])

export class Teller {
  constructor(base, contract, logins, judge) {
    Object.assign(this, { base, contract, logins, judge, examples: new Map(), exchanges: new Map() })
  }

  /**
   * @param said as: whose login; path, query, body; seen: what was read before, for If-Match; secret: of a booking
   * @returns the answer's body, read as JSON where it is
   */
  async call(id, said = {}) {
    const operation = this.contract.operations.get(id)
    if (!operation) throw new Error(`The story tells of ${id}, which the contract does not have.`)
    const asked = { operation, as: 'admin', path: {}, query: {}, ...said, headers: headersOf(operation, said) }
    const answer = await this.say(asked)
    if (answer.status >= 300) throw new Error(`The story stops at ${operation.method} ${operation.path} (${id}): ${answer.status} ${answer.body}`)
    if (CANCELLATIONS.has(id)) await this.again(asked, answer)
    const kept = this.examples.get(id) ?? []
    if (kept.length < EXAMPLES) this.examples.set(id, [...kept, asked])
    this.etag = answer.headers.etag
    return answer.type === 'application/json' ? JSON.parse(answer.body) : answer.body
  }

  /** Whoever cancels twice, or whose answer was lost, hears the same. */
  async again(asked, { status, body }) {
    const again = await this.say(asked)
    if (again.status !== status || again.body !== body) this.judge.note('again, another answer', asked.operation.id, `${status} ${body}\n    ${again.status} ${again.body}`)
  }

  /** The version of what an operation reads: many tell it in the ETag only. */
  async versionBy(id, path) {
    await this.call(id, { path })
    return this.etag.replaceAll('"', '')
  }

  async say(asked) {
    const request = await requestOf(asked, this.logins)
    const answer = await send(this.base, request)
    if (answer.status < 300 && !this.exchanges.has(asked.operation.id)) this.exchanges.set(asked.operation.id, exampleOf(request, answer))
    this.judge.look(asked.operation, request, answer, 'story')
    return answer
  }

  /** Asks again until there is what is looked for: what a job does comes when it comes. */
  async await(what, look, seconds = 30) {
    const until = Date.now() + seconds * 1000
    for (;;) {
      const found = await look()
      if (found) return found
      if (Date.now() > until) throw new Error(`The story waits in vain for ${what}.`)
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

function headersOf({ parameters }, { seen, secret, headers = {} }) {
  const takes = (name) => parameters.some((one) => one.in === 'header' && one.name === name)
  return {
    ...(takes('Idempotency-Key') && { 'Idempotency-Key': randomUUID() }),
    ...(seen !== undefined && { 'If-Match': `"${seen.version ?? seen}"` }),
    ...(secret && { 'Booking-Secret': secret }),
    ...headers,
  }
}

/** What is sent over the wire for it. */
export async function requestOf({ operation, as, path, query, headers, body, file }, logins) {
  const token = await logins.tokenOf(as)
  const address = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name]))
  const asked = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])))
  const type = body === undefined ? file?.type : 'application/json'
  return {
    method: operation.method,
    path: asked.size ? `${address}?${asked}` : address,
    headers: { Accept: '*/*', ...(type && { 'Content-Type': type }), ...(token && { Authorization: `Bearer ${token}` }), ...headers },
    body: body === undefined ? file?.content : JSON.stringify(body),
  }
}

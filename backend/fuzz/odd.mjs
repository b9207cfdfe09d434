// Asks as the story did, with something about it that is odd.
import { send } from './client.mjs'
import { ODD_MARK } from './marks.mjs'
import { Pool } from './pool.mjs'
import { chance } from './random.mjs'
import { requestOf } from './story/teller.mjs'
import { ACCEPTED, anyText, FILES, HEADERS, NUMBERS, OTHERS, STEPS, TEXTS, TYPES } from './values.mjs'

/** What ends much of the story's world: seldom, else there is nothing left to play with. */
const SELDOM = new Set(['makeDemoPermanences', 'createClosure', 'importSites', 'importCommunes'])
const CALLERS = ['admin', 'admin', 'nobody', 'clerk', 'manager', 'partner', 'integrator', 'system']

export class Odd {
  constructor({ base, contract, logins, judge, examples }, seed) {
    Object.assign(this, { base, logins, judge, examples, seed, pool: new Pool() })
    this.operations = [...contract.operations.values()].filter(({ id }) => examples.has(id))
  }

  /** The nth request of this seed: the next run asks the same, of what its answers have told by then. */
  async ask(number) {
    const by = chance(this.seed, number)
    const operation = by.now(0.6) ? this.operations[number % this.operations.length] : by.one(this.operations)
    if ((operation.method === 'DELETE' && by.now(0.7)) || (SELDOM.has(operation.id) && by.now(0.95))) return
    const asked = structuredClone(by.one(this.examples.get(operation.id)))
    this.renew(asked, by)
    const request = await requestOf(asked, this.logins)
    this.spoil(request, operation, by)
    try {
      const answer = await send(this.base, request)
      this.judge.look(operation, request, answer, `request ${number} as ${asked.as}`)
      this.pool.learn({ path: operation.path, ...answer })
    } catch (failed) {
      this.judge.note('no answer', `${operation.id} ${failed.code ?? failed.message}`, `request ${number}: ${request.method} ${request.path} ${JSON.stringify(request.headers)} ${String(request.body).slice(0, 300)}`)
    }
  }

  /** Somebody else, about something else that exists, with what else could be said. */
  renew(asked, by) {
    if (by.now(0.4)) asked.as = by.one(CALLERS)
    for (const name of Object.keys(asked.path)) if (by.now(0.4)) asked.path[name] = this.pool.one(this.pool.kindOf(name, asked.operation.path), by) ?? asked.path[name]
    for (const { name, in: where, schema } of asked.operation.parameters) if (where === 'query' && by.now(0.3)) asked.query[name] ??= this.plain(schema, name, by)
    if (asked.headers['If-Match'] && by.now(0.6)) asked.headers['If-Match'] = by.one(['"0"', '"1"', '"2"', '"3"', '*'])
    if (asked.headers['Idempotency-Key'] && by.now(0.9)) asked.headers['Idempotency-Key'] = `${this.seed}-${by.below(2 ** 30)}`
    for (const at of places(asked.body)) {
      const kind = this.pool.kindOf(at.name)
      if (kind && typeof at.value === 'string' && by.now(0.4)) at.put(this.pool.one(kind, by) ?? at.value)
    }
    for (const at of places(asked.body)) if (by.now(0.5 / (1 + places(asked.body).length))) at.put(this.worth(at.value, by))
  }

  plain({ type, enum: some }, name, by) {
    return this.pool.one(this.pool.kindOf(name), by) ?? (some ? by.one(some) : type === 'integer' ? by.one([1, 5, 50]) : type === 'boolean' ? by.now(0.5) : '2026-12-01')
  }

  /** Odd, but of the same kind: it comes further than the reading. */
  worth(value, by) {
    if (typeof value === 'number') return by.one(NUMBERS)
    if (typeof value === 'boolean') return !value
    return typeof value === 'string' ? this.text(by) : value
  }

  text(by) {
    const text = by.now(0.2) ? anyText(by) : by.one(TEXTS)
    return by.now(0.3) ? text + ODD_MARK : text
  }

  spoil(request, operation, by) {
    const json = request.headers['Content-Type']?.startsWith('application/json') // before it is said to be something else
    // A number in the place of a word, or a way back before another word, may be another operation's address.
    const [, , second, more] = operation.path.split('/')
    const steps = STEPS.filter((one) => (second?.startsWith('{') || !/^\d+$/.test(one)) && (!more || one !== '%2e%2e'))
    if (by.now(0.15)) request.path = request.path.replace(/(\/api\/v1\/[^/?]+\/)[^/?]+/, (_, before) => before + by.one(steps))
    if (by.now(0.2)) this.spoilQuery(request, operation, by)
    if (by.now(0.15)) request.headers[by.one([...operation.parameters.filter((one) => one.in === 'header').map((one) => one.name), 'Accept-Language', 'Authorization', 'Range', 'If-None-Match'])] = by.one(HEADERS)
    if (by.now(0.04)) request.headers.Accept = by.one(ACCEPTED)
    if (by.now(0.04)) request.headers['Content-Type'] = by.one(TYPES)
    if (request.body === undefined) return
    if (!json) request.body = by.now(0.7) ? by.one(FILES) : request.body
    else if (by.now(0.4)) request.body = JSON.stringify(this.spoiled(JSON.parse(request.body), by))
    if (by.now(0.04)) request.body = bytes(request.body, by)
  }

  spoilQuery(request, { parameters }, by) {
    const name = by.one([...parameters.filter((one) => one.in === 'query').map((one) => one.name), 'inconnu'])
    const given = encoded(String(by.one([this.text(by).slice(0, 400), ...NUMBERS.slice(0, 12)])))
    request.path += `${request.path.includes('?') ? '&' : '?'}${name}=${given}`
  }

  spoiled(body, by) {
    const what = places(body)
    const at = what.length ? by.one(what) : undefined
    if (!at || by.now(0.08)) return by.one([...OTHERS, 'x', 1, { ...body, inconnu: 1 }])
    if (by.now(0.1)) at.drop()
    else at.put(by.now(0.5) ? this.text(by) : by.one([...NUMBERS, ...OTHERS, Array(150).fill('x')]))
    return body
  }
}

/** Each member of a body, however deep. */
function places(body, found = []) {
  if (!body || typeof body !== 'object') return found
  for (const name of Object.keys(body)) {
    found.push({ name, value: body[name], put: (value) => (body[name] = value), drop: () => delete body[name] })
    places(body[name], found)
  }
  return found
}

/** Cut, doubled, or with a byte that is none of UTF-8. */
function bytes(body, by) {
  const all = Buffer.from(body)
  const at = by.below(all.length + 1)
  return by.one([all.subarray(0, at), Buffer.concat([all, all]), Buffer.concat([all.subarray(0, at), Buffer.from([by.below(256)]), all.subarray(at)])])
}

function encoded(text) {
  return [...Buffer.from(text)].map((byte) => (/[\w.-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`)).join('')
}

// Nobody learns by guessing whether something exists: who may not see it hears of what there is the same as of what there is not.
import { randomUUID } from 'node:crypto'
import { send } from './client.mjs'
import { requestOf } from './story/teller.mjs'

/** Known to everybody: pages of houses, of the registers and of published weeks. */
const PUBLIC = /^\/api\/v1\/(sites|procedures|communes|events|partners|themes|documents)\/\{/

/** Whose address itself is the secret: who has it may read. */
const SECRET_ADDRESSES = new Set(['getOwnTicket', 'readCalendarFeed'])

/** A name like it that nobody has. */
function nobodys(value) {
  if (/^\d+$/.test(value)) return '999999999'
  if (/^[\da-f]{8}-/.test(value)) return randomUUID()
  return value.length === 8 ? 'ACDEFGHJ' : [...value].reverse().join('')
}

const STRANGERS = [
  { who: 'nobody', as: 'nobody' },
  { who: 'somebody with a secret that is none', as: 'nobody', headers: { 'Booking-Secret': 'x'.repeat(24), 'Link-Secret': 'x'.repeat(24), 'Device-Key': 'x'.repeat(24) } },
  { who: 'somebody with a token that is none', as: 'nobody', headers: { Authorization: 'Bearer x' } },
  { who: 'a clerk of another house', as: 'stranger' },
  { who: 'an agent of another partner', as: 'other' },
  { who: 'another system', as: 'integrator' },
]

/** Asks twice, of what the story made and of what there is not. Nothing of it may be done. */
export async function guess(teller) {
  const before = await bindSystem(teller, ['75'])
  await guessAll(teller)
  await bindSystem(teller, before)
}

/** The demo's system may act where the story takes place, unless it is night there: to be a stranger it is sent elsewhere. */
async function bindSystem(teller, departments) {
  const { items } = await teller.call('listIntegrators')
  const { id, name, contactName, contactEmail, scopes, departments: before } = items.find(({ name: one }) => one.startsWith('Démonstration'))
  const path = { id }
  const seen = await teller.versionBy('getIntegrator', path)
  await teller.call('changeIntegrator', { path, seen, body: { name, contactName, contactEmail, scopes, departments } })
  return before
}

async function guessAll({ base, examples, logins, judge }) {
  for (const [id, [example]] of examples) {
    const { operation } = example
    if (!operation.path.includes('{') || PUBLIC.test(operation.path) || SECRET_ADDRESSES.has(id)) continue
    for (const { who, as, headers } of STRANGERS) {
      const own = Object.fromEntries(Object.entries(example.headers).filter(([name]) => !name.endsWith('-Secret')))
      const ask = async (path) => {
        const request = await requestOf({ ...example, as, path, headers: { ...own, ...headers, 'Idempotency-Key': randomUUID() } }, logins)
        return { request, answer: await send(base, request) }
      }
      const there = await ask(example.path)
      const nowhere = await ask(Object.fromEntries(Object.entries(example.path).map(([name, value]) => [name, nobodys(value)])))
      judge.look(operation, there.request, there.answer, `a guess by ${who}`)
      if (said(there.answer) !== said(nowhere.answer)) judge.note('a guess teaches something', `${id} by ${who}`, `${there.request.path}: ${said(there.answer)}, ${nowhere.request.path}: ${said(nowhere.answer)}`)
    }
  }
}

/** What can be told apart: not the number of the request, nor what was asked. */
function said({ status, body }) {
  try {
    const { type, title, detail } = JSON.parse(body)
    return [status, type, title, detail].join(' ')
  } catch {
    return `${status}`
  }
}

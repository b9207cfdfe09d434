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
  { who: 'another system, with all scopes', as: 'elsewhere' },
  { who: 'a system of other partners', as: 'others' },
]

/** What has no id in its address is told to each system for itself. */
const LISTS = ['listBookings', 'listVisits', 'listChanges', 'listWebhooks']

/** Asks twice, of what the story made and of what there is not. Nothing of it may be done. */
export async function guess(teller) {
  await guessAll(teller)
  await listAll(teller)
}

/** A system with the same scopes elsewhere is given nothing of what the system of the story is given. */
async function listAll({ base, examples, logins, judge }) {
  const idsOf = async (example, as) => {
    const request = await requestOf({ ...example, as }, logins)
    const answer = await send(base, request)
    judge.look(example.operation, request, answer, `a list for ${as}`)
    return answer.status === 200 ? JSON.parse(answer.body).items.map(({ id, reference }) => id ?? reference) : []
  }
  for (const id of LISTS) {
    const own = examples.get(id).filter(({ as }) => as === 'system').at(-1)
    const ids = await idsOf(own, 'system')
    if (!ids.length) judge.note('nothing to be kept from a stranger', id, 'The story left nothing there.')
    const told = (await idsOf(own, 'elsewhere')).filter((one) => ids.includes(one))
    if (told.length) judge.note('a list teaches something', id, `${told}`)
  }
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

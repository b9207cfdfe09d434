// What watches can see: node --test backend/fuzz
import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Contract } from './contract.mjs'
import { Judge } from './judge.mjs'
import { Log } from './log.mjs'
import { MARK } from './marks.mjs'
import { chance } from './random.mjs'

const json = (properties, required) => ({ content: { 'application/json': { schema: { type: 'object', properties, required } } } })
const contract = new Contract({
  components: { schemas: { Problem: { type: 'object', properties: { status: { type: 'integer' } }, required: ['status'] } }, responses: { Refusal: { description: 'No' } } },
  paths: {
    '/things': {
      post: {
        operationId: 'make',
        responses: {
          201: { headers: { Location: { required: true } }, ...json({ id: { type: 'string' }, at: { type: 'string', format: 'date' } }, ['id']) },
          default: { $ref: '#/components/responses/Refusal' },
        },
      },
    },
  },
})
const made = { status: 201, type: 'application/json', headers: { location: '/things/1', 'cache-control': 'no-store' }, body: '{"id":"1"}' }

function found(answer) {
  const judge = new Judge(contract, () => undefined)
  judge.look(contract.operations.get('make'), { method: 'POST', path: '/things' }, { took: 1, ...made, ...answer }, 'a test')
  return [...judge.found.keys()].join()
}

test('what the contract declares is right', () => assert.equal(found({}), ''))

for (const [what, answer, said] of [
  ['a fault of ours', { status: 500, type: 'application/problem+json', body: '{"status":500}' }, /5xx/],
  ['a refusal that is no problem', { status: 400, type: 'text/html', body: '<html>' }, /no problem/],
  ['an answer that is not declared', { status: 200 }, /200 is not declared/],
  ['a member that is missing', { body: '{}' }, /\$.id is missing/],
  ['a member of another kind', { body: '{"id":1}' }, /\$.id is no string/],
  ['a member that is not declared', { body: '{"id":"1","odd":1}' }, /\$.odd is not declared/],
  ['a date that is none', { body: '{"id":"1","at":"today"}' }, /\$.at is no date/],
  ['a 201 without its place', { headers: {} }, /no Location/],
  ['internals in a refusal', { status: 400, type: 'application/problem+json', body: '{"status":400,"x":"java.lang.Error"}' }, /internals/],
  ['a person in what may be kept', { body: `{"id":"${MARK}"}`, headers: { location: '/' } }, /may be kept/],
]) {
  test(`${what} is seen`, () => assert.match(found(answer), said))
}

test('a fault, a trace, a secret and a person in the log are seen, each once; what was there before is not', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'fuzz-')), 'api.log')
  writeFileSync(file, '2026 ERROR before\n')
  const log = new Log(file)
  writeFileSync(file, `2026 ERROR before\n2026 ERROR broken\n2026 WARN odd\n\tat a.B.c(B.java:1)\n\tat a.B.d(B.java:2)\n2026 INFO k3y-of-a-kiosk\n2026 INFO ${MARK.toUpperCase()}\n`)
  const judge = new Judge(contract, () => undefined)
  log.look(judge, new Set(['k3y-of-a-kiosk']))
  assert.deepEqual([...judge.found.keys()].map((key) => key.split(':')[0]), ['a fault in the log', 'a trace in the log', 'a secret in the log', 'somebody’s data in the log'])
})

test('a seed gives the same again, and each number something else', () => {
  const some = (seed, number) => Array.from({ length: 5 }, ((by) => () => by.below(1000))(chance(seed, number)))
  assert.deepEqual(some(1, 2), some(1, 2))
  assert.notDeepEqual(some(1, 2), some(1, 3))
  assert.notDeepEqual(some(1, 2), some(2, 2))
})

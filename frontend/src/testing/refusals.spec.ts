import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** The API's own list of refusals: it answers no other. */
const catalogue = readFileSync('../backend/src/main/java/fr/porteouverte/problem/ProblemType.java', 'utf8')
const known = [...catalogue.matchAll(/^ {2}([A-Z_0-9]+)\(/gm)].map(([, name]) => name!.toLowerCase().replaceAll('_', '-'))

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(vue|ts)$/.test(file))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
const calls = (call: RegExp) => sources.flatMap((text) => [...text.matchAll(call)].map(([one]) => one))
const codesIn = (call: RegExp) => calls(call).flatMap((one) => [...one.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code!))

it('is waited for by the app, and played by its tests, only where the API has it', () => {
  expect(known.length).toBeGreaterThan(40)
  const waitedFor = codesIn(/isProblem\([^)]*\)/g)
  const played = codesIn(/(problem|refuse)\(\d{3}, '[a-z-]+'/g)
  expect(waitedFor.length).toBeGreaterThan(30)
  expect(played.length).toBeGreaterThan(30)
  expect([...new Set([...waitedFor, ...played])].filter((code) => !known.includes(code))).toEqual([])
})

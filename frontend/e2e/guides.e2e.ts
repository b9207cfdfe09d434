import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { bearer, tokenOf } from './operator'
import { expectSoundAtBoth } from './axe'

// What the guides of /api tell to type is typed here, in their order, in one shell: by who has nothing but a key.

const KEY = { ID: 'porte-ouverte-integrator-demo', SECRET: 'porte-ouverte-demo' }
const guides = readFileSync(new URL('../../backend/docs/integrators.md', import.meta.url), 'utf8')
/** Each block that is for a shell; the first one only says where and with which key. */
const [given, ...blocks] = [...guides.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block]) => block!)

/** Stops at the first call that is refused. */
const STRICT = `set -euo pipefail\ncurl() { command curl --fail-with-body "$@"; echo; }\n`

function typed(script: string, env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const shell = spawn('bash', ['-c', script], { env: { ...process.env, ...env } })
  let said = ''
  for (const out of [shell.stdout, shell.stderr]) out.on('data', (more: Buffer) => (said += more.toString()))
  return new Promise((done) => shell.on('close', (code) => done({ code, said })))
}

test('every command of the guides works as it is written, to a first booking and a first webhook', async ({ request, baseURL }) => {
  expect(given).toMatch(/^URL=.*\nID=.*SECRET=/)
  expect(guides.match(/\bcurl -s/g)!.length).toBe(blocks.join('').match(/\bcurl -s/g)!.length)
  const heard: string[] = []
  const receiver = createServer((asked, answer) => {
    heard.push(String(asked.headers['webhook-id']))
    answer.writeHead(204).end()
  })
  await new Promise<void>((ready) => receiver.listen(0, ready))
  const begun = Date.now()
  try {
    const ADDRESS = `http://localhost:${(receiver.address() as AddressInfo).port}/hook`
    const { code, said } = await typed(`${STRICT}${blocks.join('\n')}\necho "made $reference $hook"`, { URL: baseURL!, ...KEY, ADDRESS })
    expect(code, said).toBe(0)
    expect(Date.now() - begun).toBeLessThan(5 * 60_000)
    const [, reference, hook] = /^made ([A-Z0-9-]{6,}) (\d+)$/m.exec(said)!
    expect(said).toMatch(new RegExp(`"reference":"${reference}".*"status":"cancelled"`))
    expect(said).toContain('BEGIN:VCALENDAR')
    expect(said).toMatch(/ratelimit-policy: /i)
    expect(heard).toHaveLength(1)
    const system = bearer(await tokenOf(request, KEY.ID, KEY.SECRET))
    expect((await request.delete(`/api/v1/webhooks/${hook}`, system)).status()).toBe(204)
  } finally {
    receiver.close()
  }
})

test('the guides are served at /api, lead to each other, and are sound', async ({ page }) => {
  await page.goto('/api')
  const titles = [...guides.matchAll(/^## (.*)$/gm)].map(([, title]) => title!)
  for (const title of [...titles, 'Changelog']) await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expectSoundAtBoth(page, '/api')
  for (const id of ['a-first-booking', 'limits', 'errors']) {
    await page.goto(`/api/guides/${id}`)
    await expectSoundAtBoth(page, `/api/guides/${id}`)
  }
  await page.goto('/api/guides/versions')
  await page.getByRole('link', { name: 'CHANGELOG.md' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Changelog' })).toBeVisible()
  await expectSoundAtBoth(page, 'the changelog')
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test'
import { anOffer, type Offer } from './api'
import { expectSoundAtBoth } from './axe'
import { enter } from './login'
import { bearer, token, tokenOf } from './operator'

// Another system, from the screen where an administrator lets it in to the call that is refused: with tokens of the real Keycloak.

interface Key {
  id: string
  secret: string
}

const SCOPES = [/^Lire les maisons/, /^Suivre les rendez-vous/, /^Prendre, déplacer/, /^Être prévenu/]

async function shown(page: Page, width: number, name: string): Promise<void> {
  await page.setViewportSize({ width, height: 844 })
  await page.screenshot({ path: `test-results/systems-${name}-${width}.png`, fullPage: true })
}

/** What the page shows this once. */
async function newKey(page: Page): Promise<Key> {
  await expect(page.getByText('Voici la clé. Notez-la maintenant.')).toBeVisible()
  const told = (what: string) => page.locator('dt', { hasText: what }).locator('xpath=following-sibling::dd[1]').innerText()
  return { id: await told('client_id'), secret: await told('client_secret') }
}

async function aHouse(page: Page, within: Locator, offer: Offer): Promise<void> {
  await within.getByRole('combobox', { name: /^Ajouter une maison/ }).fill('14590')
  await page.getByRole('option', { name: offer.site.name }).first().click()
}

/** It books at once, and the history says that it was no person. */
async function books(request: APIRequestContext, key: Key, offer: Offer): Promise<string> {
  const system = bearer(await tokenOf(request, key.id, key.secret))
  for (const slot of [...offer.slots].reverse()) {
    const visitor = { firstName: 'Jeanne', lastName: 'Logiciel', phone: '0612345678' }
    const data = { slotId: slot.id, procedureId: offer.procedure, visitor }
    const made = await request.post('/api/v1/bookings', { ...system, data })
    if (made.status() === 201) return (await made.json()).reference
    expect(made.status(), await made.text()).toBe(409)
  }
  throw new Error('No slot of the offer could be booked')
}

async function receiver() {
  const heard: { type: string; data: { subject?: string } }[] = []
  let status = 204
  const server = createServer((asked, answer) => {
    let body = ''
    asked.on('data', (more) => (body += more))
    asked.on('end', () => {
      heard.push(JSON.parse(body))
      answer.writeHead(status).end(status === 204 ? undefined : 'Pas maintenant')
    })
  })
  await new Promise<void>((ready) => server.listen(0, ready))
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/hook`, heard, answer: (next: number) => (status = next), close: () => server.close() }
}

test('an administrator lets a system in, which books, gets another key, is told of changes, and is shut out at once', async ({ page, request }) => {
  test.slow()
  const offer = await anOffer(request)
  const name = `Essai ${Date.now()}`
  await enter(page, 'admin.reseau')
  await page.goto('/equipe/logiciels')
  await page.getByRole('link', { name: 'Relier un logiciel' }).click()
  await page.getByLabel('Nom du logiciel').fill(name)
  await page.getByLabel('Personne à joindre').fill('Ada Martin')
  await page.getByLabel('Son e-mail').fill('ada@example.org')
  for (const scope of SCOPES) await page.getByRole('checkbox', { name: scope }).check()
  await page.getByLabel('Départements', { exact: true }).fill('61')
  await aHouse(page, page.locator('form'), offer)
  await expectSoundAtBoth(page, 'the form of another system')
  await page.getByRole('button', { name: 'Créer sa clé' }).click()
  const first = await newKey(page)
  await expectSoundAtBoth(page, 'a key that is shown once')
  await shown(page, 390, 'key')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('jamais utilisée')).toBeVisible()
  await expect(page.getByText(first.secret)).toHaveCount(0)

  // As a generated client asks: with the scopes of the contract.
  const asked = await token(request, { grant_type: 'client_credentials', client_id: first.id, client_secret: first.secret, scope: 'slots:read bookings:write' })
  expect(asked.status(), await asked.text()).toBe(200)
  const narrow = bearer((await asked.json()).access_token)
  expect((await (await request.get('/api/v1/me', narrow)).json()).scopes.sort()).toEqual(['bookings:write', 'slots:read'])
  expect((await request.get('/api/v1/bookings', narrow)).status()).toBe(403)
  await books(request, first, offer)
  await page.reload()
  await expect(page.getByText(/dernier appel le/).first()).toBeVisible()

  const hook = await receiver()
  try {
    await hooked(page, hook, offer)
    const second = await rotated(page, request, first)
    await told(page, request, second, hook, offer)
    await shutOut(page, request, [first, second], name)
  } finally {
    hook.close()
  }
})

/** Entered for some changes in one house; tried; then for other changes. */
async function hooked(page: Page, hook: { url: string; heard: unknown[] }, offer: Offer): Promise<void> {
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Adresses prévenues' }) })
  await section.getByLabel('Adresse').fill(hook.url)
  await aHouse(page, section, offer)
  await section.getByRole('checkbox', { name: 'booking.cancelled' }).check()
  await section.getByRole('button', { name: 'Ajouter l’adresse' }).click()
  await expect(section.getByText(/^whsec_/)).toBeVisible()
  await expect(section.getByText('N’a pas encore répondu à un essai')).toBeVisible()
  await section.getByRole('button', { name: /^Essayer maintenant/ }).click()
  await expect(section.getByText('L’essai a réussi : HTTP 204.')).toBeVisible()
  expect(hook.heard).toHaveLength(1)
  await section.getByRole('button', { name: /^Modifier/ }).click()
  await section.locator('li').getByRole('checkbox', { name: 'booking.created' }).check()
  await expectSoundAtBoth(page, 'an address that is changed')
  for (const width of [390, 1280]) await shown(page, width, 'webhook')
  await section.getByRole('button', { name: 'Enregistrer l’adresse' }).click()
  await expect(section.getByText('L’adresse est enregistrée.')).toBeVisible()
  await expect(section.getByText('booking.created booking.cancelled')).toBeVisible()
}

/** Both keys are good for a day. */
async function rotated(page: Page, request: APIRequestContext, first: Key): Promise<Key> {
  await page.getByLabel('L’ancienne clé reste valable').selectOption('24')
  await page.getByRole('button', { name: 'Créer une autre clé' }).click()
  await expect(page.getByText(/^Valable jusqu’au/)).toBeVisible()
  const second = await newKey(page)
  expect(second.id).not.toBe(first.id)
  for (const { id, secret } of [first, second]) {
    expect((await request.get('/api/v1/bookings', bearer(await tokenOf(request, id, secret)))).status()).toBe(200)
  }
  return second
}

/** What it booked is told; an answer that was none is in the log beside the one that came after. */
async function told(page: Page, request: APIRequestContext, key: Key, hook: Awaited<ReturnType<typeof receiver>>, offer: Offer): Promise<void> {
  hook.answer(503)
  const reference = await books(request, key, offer)
  const made = () => hook.heard.filter(({ type, data }) => type === 'booking.created' && data.subject === reference).length
  await expect.poll(made, { timeout: 30_000 }).toBe(1)
  hook.answer(204)
  await expect.poll(made, { timeout: 60_000 }).toBeGreaterThan(1)
  await page.getByRole('button', { name: /^Journal/ }).click()
  await page.getByText(/^\d+ essais, chaque réponse/).first().click()
  await expect(page.getByText(/HTTP 503/).first()).toBeVisible()
  await expectSoundAtBoth(page, 'the log of an address')
  for (const width of [390, 1280]) await shown(page, width, 'log')
  const before = made()
  await page.getByRole('button', { name: /^Renvoyer booking.created/ }).first().click()
  await expect.poll(made, { timeout: 30_000 }).toBeGreaterThan(before)
}

/** The tokens that it has are refused at the next call; another one it does not get. */
async function shutOut(page: Page, request: APIRequestContext, systemKeys: Key[], name: string): Promise<void> {
  const tokens = await Promise.all(systemKeys.map(({ id, secret }) => tokenOf(request, id, secret)))
  await page.getByRole('button', { name: 'Retirer tout accès' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer tout accès' }).click()
  await expect(page.getByText(/^Accès retiré le/)).toBeVisible()
  for (const one of tokens) {
    const refused = await request.get('/api/v1/bookings', bearer(one))
    expect(await refused.json()).toMatchObject({ type: '/problems/key-ended', status: 401 })
  }
  for (const { id, secret } of systemKeys) {
    const again = () => token(request, { grant_type: 'client_credentials', client_id: id, client_secret: secret }).then((answer) => answer.status())
    await expect.poll(again, { timeout: 90_000, intervals: [2_000] }).toBe(401)
  }
  await page.goto('/equipe/logiciels')
  await expect(page.getByRole('listitem').filter({ hasText: name }).getByText(/^Accès retiré le/)).toBeVisible()
  await expectSoundAtBoth(page, 'the systems')
  for (const width of [390, 1280]) await shown(page, width, 'list')
}

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { anOffer } from './api'
import { expectSound, expectSoundAtBoth } from './axe'
import { drawn } from './mail'
import { sheetsOf } from './paper'

/** A town's own site, at another origin, with what it copied. */
async function town(code: string): Promise<{ server: Server; address: string }> {
  const page = `<!doctype html><html lang="fr"><title>Ma commune</title><h1>Ma commune</h1><p>${'Bienvenue. '.repeat(40)}</p>${code}`
  const server = createServer((_, answer) => answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

async function copied(page: Page, house: string, procedure?: string): Promise<{ button: string; frame: string }> {
  await page.goto(`/integrer?maison=${house}`)
  await page.getByRole('heading', { name: 'Un cadre' }).waitFor()
  if (procedure) await page.getByLabel('Pour quelle démarche ?').selectOption(procedure)
  return { button: await page.locator('#button-code').inputValue(), frame: await page.locator('#frame-code').inputValue() }
}

test('a town frames the booking, and somebody books there without a cookie', async ({ page, request, context }) => {
  const offer = await anOffer(request)
  const { frame } = await copied(page, offer.site.id, offer.procedure)
  const { server, address } = await town(frame)
  try {
    await context.clearCookies()
    const wrong: string[] = []
    page.on('console', (line) => line.type() === 'error' && wrong.push(line.text()))
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(address)
    const element = page.locator('iframe')
    await expect(element).toHaveAttribute('title', /^Prendre rendez-vous : .+/)
    const inside = page.frameLocator('iframe')
    await expect(inside.getByRole('heading', { level: 1, name: 'Quand voulez‑vous venir ?' })).toBeVisible()
    // It is as high as what it shows: nothing in it scrolls.
    const over = () => element.evaluate((one: HTMLIFrameElement) => one.clientHeight)
    await expect.poll(over).not.toBe(900)
    const shown = page.frames().find((one) => one.url().includes('/cadre/'))!
    await expect.poll(() => shown.evaluate(() => document.querySelector('.frame')!.getBoundingClientRect().height - innerHeight)).toBeLessThanOrEqual(0)
    await page.screenshot({ path: 'test-results/embed-frame-1280.png', fullPage: true })
    await inside.getByRole('button', { name: /^\S+ \d+\S* \S+ à/ }).first().click()
    await inside.getByLabel('Prénom').fill('Simone')
    await inside.getByLabel('Nom', { exact: true }).fill('Cadre')
    await inside.getByLabel('Ne pas me prévenir').check()
    await inside.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
    await expect(inside.getByRole('heading', { level: 1, name: 'C’est noté' })).toBeVisible()
    await expect(inside.getByText(/[A-Z0-9]{4}-[A-Z0-9]{4}/).first()).toBeVisible()
    expect(new URL(page.frames().find((one) => one.url().includes('/cadre/'))!.url()).pathname).toMatch(/^\/cadre\/rendez-vous\//)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.screenshot({ path: 'test-results/embed-frame-390.png', fullPage: true })
    expect(await context.cookies()).toEqual([])
    expect(wrong).toEqual([])
  } finally {
    server.close()
  }
})

test('on a telephone and with the keyboard alone somebody books in the frame of a town', async ({ page, request }) => {
  const offer = await anOffer(request)
  const { frame } = await copied(page, offer.site.id, offer.procedure)
  const { server, address } = await town(frame)
  const inside = page.frameLocator('iframe')
  /** Tab by Tab, as long as it takes; what is reached is what is pressed. */
  const reach = async (wanted: Locator) => {
    for (let at = 0; at < 80; at++) {
      await page.keyboard.press('Tab')
      if (await wanted.evaluateAll((all) => all.some((one) => one === document.activeElement))) return
    }
    throw new Error(`The keyboard does not come to ${String(wanted)}`)
  }
  try {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(address)
    await expect(inside.getByRole('heading', { level: 1, name: 'Quand voulez‑vous venir ?' })).toBeVisible()
    await reach(inside.getByRole('button', { name: /^\S+ \d+\S* \S+ à/ }))
    await page.keyboard.press('Enter')
    await inside.getByLabel('Prénom').waitFor()
    await reach(inside.getByLabel('Prénom'))
    await page.keyboard.type('Simone')
    await reach(inside.getByLabel('Nom', { exact: true }))
    await page.keyboard.type('Clavier')
    const ways = inside.getByRole('radio')
    await reach(ways)
    await inside.getByLabel('Ne pas me prévenir').press('Space')
    await reach(inside.getByRole('button', { name: 'Confirmer le rendez-vous' }))
    await page.keyboard.press('Enter')
    await expect(inside.getByRole('heading', { level: 1, name: 'C’est noté' })).toBeVisible()
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(over).toBeLessThanOrEqual(0)
    await page.screenshot({ path: 'test-results/embed-keyboard-390.png', fullPage: true })
  } finally {
    server.close()
  }
})

test('without the script the frame works as well, and scrolls', async ({ page, request }) => {
  const offer = await anOffer(request)
  const { frame } = await copied(page, offer.site.id)
  const { server, address } = await town(frame.replace(/<script.*/, ''))
  try {
    await page.goto(address)
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1, name: /démarche|faire/i })).toBeVisible()
    expect(await page.locator('iframe').evaluate((one) => one.clientHeight)).toBe(900)
  } finally {
    server.close()
  }
})

test('nothing else may be framed: no page of the staff, not by the road of the frame either', async ({ page, baseURL }) => {
  // The last ones are the frame's document, or refused, by another spelling of its address: never the team's.
  const odd = ['/CADRE/equipe', '//cadre/equipe', '/%63adre/equipe', '/equipe/agents/..%2f..%2fcadre%2fx']
  const frames = ['/equipe', '/', '/creneau', '/cadre/equipe', ...odd].map((path, at) => `<iframe id="f${at}" src="${baseURL}${path}"></iframe>`)
  const { server, address } = await town(frames.join(''))
  try {
    await page.goto(address)
    await expect(page.frameLocator('#f3').getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.frameLocator('#f3').getByRole('button', { name: 'Se connecter' })).toHaveCount(0)
    for (let at = 4; at < 4 + odd.length; at++) {
      const inside = page.frameLocator(`#f${at}`)
      await expect(inside.getByRole('button', { name: 'Se connecter' })).toHaveCount(0)
      await expect(inside.getByRole('navigation')).toHaveCount(0)
    }
    for (const refused of ['#f0', '#f1', '#f2']) await expect(page.frameLocator(refused).locator('#app')).toHaveCount(0)
  } finally {
    server.close()
  }
})

test('the page of codes and the poster are sound, with the keyboard and on one sheet', async ({ page, request }) => {
  const offer = await anOffer(request)
  await page.goto('/integrer')
  await expectSoundAtBoth(page, '/integrer')
  await page.getByLabel(/Commune ou code postal/).focus()
  await page.keyboard.type('14590')
  await page.keyboard.press('Enter')
  const first = page.getByRole('listitem').getByRole('button').first()
  await first.waitFor()
  await first.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Un cadre' }).waitFor()
  await expect(page.locator('#embed-house')).toBeFocused()
  await page.getByRole('link', { name: 'Choisir une autre maison' }).press('Enter')
  await expect(page.getByLabel(/Commune ou code postal/)).toBeFocused()
  await page.goto(`/integrer?maison=${offer.site.id}`)
  await page.getByRole('heading', { name: 'Un cadre' }).waitFor()
  await expectSoundAtBoth(page, '/integrer with a house')
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await page.screenshot({ path: `test-results/embed-page-${width}.png`, fullPage: true })
  }
  await page.goto(`/maisons/${offer.site.id}/affiche?demarche=${offer.procedure}`)
  await drawn(page)
  await page.getByRole('img', { name: /Code à scanner/ }).waitFor()
  await expectSoundAtBoth(page, 'the poster')
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await page.screenshot({ path: `test-results/embed-poster-${width}.png`, fullPage: true })
  }
  expect(await sheetsOf(page, 'A4')).toBe(1)
  await page.goto(`/cadre/creneau?site=${offer.site.id}&demarche=${offer.procedure}`)
  await drawn(page)
  await expectSound(page, 'the frame by itself')
})

test('a search engine that runs no script finds the driving licence at Moyaux', async ({ page: app, request, browser, baseURL }) => {
  const map = await (await request.get('/sitemap.xml')).text()
  expect(map).toContain('/maisons/')
  const { items } = await (await request.get('/api/v1/sites?near=14590&limit=1')).json()
  const page = await (await request.get(`/maisons/${items[0].id}`)).text()
  expect(page).toMatch(/permis/i)
  expect(page).toContain('Moyaux')
  const silent = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const shown = await silent.newPage()
  await shown.goto(`/maisons/${items[0].id}`)
  await expect(shown.getByRole('heading', { level: 1 })).toContainText('Moyaux')
  await expect(shown.getByRole('link', { name: /^Appeler/ })).toBeVisible()
  await shown.screenshot({ path: 'test-results/no-script-390.png' })
  await silent.close()
  // For everybody else the app comes up as ever, and its policy takes the data within the page.
  const wrong: string[] = []
  app.on('console', (line) => line.type() === 'error' && wrong.push(line.text()))
  await app.goto(`/maisons/${items[0].id}`)
  await drawn(app)
  await expect(app.getByRole('heading', { level: 1 })).toHaveCount(1)
  expect(wrong).toEqual([])
})

import { readFileSync } from 'node:fs'
import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { aBooking, anOffer, slotsOf } from './api'
import { expectSoundAtBoth } from './axe'
import { mondayOf, plusDays, today } from './days'
import { drawn } from './mail'

async function shown(page: Page, path: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(path)
  await drawn(page)
}

test('every page is sound on a wide and on a small screen', async ({ page, request }) => {
  test.setTimeout(180_000)
  const { path, offer } = await aBooking(request)
  const [booking, secret] = path.split('#')
  const paths = [
    '/',
    '/sans-rendez-vous',
    '/appeler',
    '/demarche',
    `/maisons?lieu=14590&demarche=${offer.procedure}`,
    '/maisons?lieu=14590',
    `/maisons/${offer.site.id}`,
    '/maisons/999999999',
    slotsOf(offer),
    '/coordonnees',
    path,
    `${booking}/deplacer#${secret}`,
    `${booking}/annuler#${secret}`,
    `${booking}#wrong`,
    '/equipe',
    '/equipe/retour',
    '/confidentialite',
    '/accessibilite',
    '/nulle/part',
  ]
  for (const one of paths) {
    await shown(page, one)
    await expectSoundAtBoth(page, one)
  }
  await test.step('the form, with and without errors', async () => {
    await shown(page, slotsOf(offer))
    await page.getByRole('button', { name: /^\S+ \d+\S* \S+ à/ }).first().click()
    await page.getByLabel('Je prends ce rendez-vous').check()
    await expectSoundAtBoth(page, 'the form')
    await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
    await expect(page.getByRole('alert')).toBeFocused()
    await expectSoundAtBoth(page, 'the form with errors')
    await page.goBack()
  })
  await test.step('the suggestions, in English', async () => {
    await shown(page, '/')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('combobox').fill('Moy')
    await page.getByRole('option').first().waitFor()
    await expectSoundAtBoth(page, 'the suggestions')
  })
})

/** In pixels from the top of the page. */
const footOf = (target: Locator) => target.evaluate((one) => one.getBoundingClientRect().bottom + window.scrollY)

test('what people come for is on the first screens of a phone', async ({ page, request }) => {
  const { path, offer } = await aBooking(request)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Rendez-vous')
  await expect(page.getByText('gratuit et sans compte')).toBeInViewport()
  const ways = ['Prendre rendez-vous', 'Venir sans rendez-vous', 'J’ai déjà un rendez-vous', /^Appeler/]
  for (const name of ways) expect(await footOf(page.getByRole('link', { name })), `${name}`).toBeLessThanOrEqual(844)

  await shown(page, slotsOf(offer))
  const papers = page.getByRole('region', { name: 'Les papiers à apporter' })
  const times = page.getByRole('button', { name: /^\S+ \d+\S* \S+ à/ })
  expect(await footOf(papers)).toBeLessThan(await footOf(times.first()))
  await times.first().click()
  await expect(page.getByLabel('Prénom')).toBeVisible()
  await expect(papers).toBeVisible()
  // Back to the hours, which gives this one to others.
  await page.goBack()
  await times.first().waitFor()

  await shown(page, path)
  for (const name of ['Déplacer', 'Annuler le rendez-vous']) {
    expect(await footOf(page.getByRole('link', { name })), name).toBeLessThanOrEqual(2 * 844)
  }
})

/** Answers on a weak network, in milliseconds: late enough to push what was drawn before them. */
const LATE = 400

/** Opens an address and gives how much moved by itself until nothing changed any more (layout shifts, summed up). */
async function moved(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage()
  await page.addInitScript(() => {
    const seen = Object.assign(window, { shifts: 0, changedAt: 0 })
    new PerformanceObserver((list) => {
      const entries = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]
      for (const one of entries) if (!one.hadRecentInput) seen.shifts += one.value
    }).observe({ type: 'layout-shift', buffered: true })
    new MutationObserver(() => (seen.changedAt = performance.now())).observe(document, { subtree: true, childList: true, characterData: true })
  })
  await page.goto(path)
  // Longer than an answer takes: none is on its way any more.
  await page.waitForFunction((quiet) => {
    const { changedAt } = window as unknown as { changedAt: number }
    return document.querySelector('h1') && !document.querySelector('.ghost') && performance.now() - changedAt > quiet
  }, 2 * LATE, { polling: 100 })
  const sum = await page.evaluate(() => (window as unknown as { shifts: number }).shifts)
  await page.close()
  return sum
}

test('nothing moves under the finger while a page of the public loads', async ({ browser, request }) => {
  test.setTimeout(180_000)
  const { path, offer } = await aBooking(request)
  const [booking, secret] = path.split('#')
  const [event] = (await (await request.get('/api/v1/events')).json()).items
  const [bus] = (await (await request.get('/api/v1/sites?near=Essay&limit=10')).json()).items.filter(({ name }: { name: string }) => /^Bus/.test(name))
  const addresses: Record<string, string[]> = {
    '/demarche': ['/demarche', `/demarche?site=${offer.site.id}`],
    '/maisons': ['/maisons', '/maisons?lieu=14590&venir=maintenant', `/maisons?lieu=14590&demarche=${offer.procedure}`, `/maisons?lieu=Essay&demarche=${offer.procedure}`],
    '/maisons/:id': [`/maisons/${offer.site.id}`, `/maisons/${bus.id}`, '/maisons/999999999'],
    '/evenements/:code': [`/evenements/${event.code}`],
    '/evenements/:code/affiche': [`/evenements/${event.code}/affiche`],
    '/creneau': [slotsOf(offer), `/creneau?site=${offer.site.id}&demarche=${offer.procedure}`],
    '/rendez-vous/:reference': [path, `${booking}#wrong`],
    '/rendez-vous/:reference/annuler': [`${booking}/annuler#${secret}`],
    '/rendez-vous/:reference/deplacer': [`${booking}/deplacer#${secret}`],
    '/rendez-vous/:reference/deplacer/confirmer': [`${booking}/deplacer/confirmer#${secret}`],
    '/rdv/:house?': ['/rdv', `/rdv/${offer.site.id}`],
    '/seance/:id': ['/seance/nothing#none'],
    '/ecran/:id': [`/ecran/${offer.site.id}`],
    '/borne/:id': [`/borne/${offer.site.id}#cle=none`],
    '/numero/:publicId': ['/numero/nothing'],
    '/:path(.*)*': ['/nulle/part'],
  }
  const routes = [...readFileSync('src/router.ts', 'utf8').matchAll(/path: '(\/[^']*)'/g)].map(([, route]) => route!)
  const open = routes.filter((route) => !/^\/(equipe|partenaire)\b/.test(route))
  expect(open.length).toBeGreaterThan(20)
  // A page whose address has a part of its own must be named above.
  const pages = open.flatMap((route) => addresses[route] ?? [route])
  expect(pages.filter((page) => page.includes('/:'))).toEqual([])
  for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
    const context = await browser.newContext({ viewport, locale: 'fr-FR' })
    await context.route('**/api/v1/**', async (route) => {
      await new Promise((done) => setTimeout(done, LATE))
      await route.continue().catch(() => undefined)
    })
    const queue = [...pages]
    const found: string[] = []
    const oneAfterTheOther = async () => {
      for (let page = queue.shift(); page; page = queue.shift()) {
        const sum = await moved(context, page)
        if (sum > 0.05) found.push(`${page} at ${viewport.width}: ${sum.toFixed(3)}`)
      }
    }
    await Promise.all([1, 2, 3, 4, 5].map(oneAfterTheOther))
    expect(found).toEqual([])
    await context.close()
  }
})

test('enlarged to 200 %, nothing is wider than the screen', async ({ page, request }) => {
  const offer = await anOffer(request)
  // A browser's zoom of 200 % on a 1280 pixel screen is a screen of 640 pixels with two points each.
  await page.setViewportSize({ width: 640, height: 400 })
  for (const path of ['/', '/demarche', `/maisons/${offer.site.id}`, slotsOf(offer)]) {
    await shown(page, path)
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(over, path).toBeLessThanOrEqual(0)
  }
})

test('a house shows who is there this week and the week after', async ({ page, request }) => {
  const { site } = await anOffer(request)
  const sessionsFrom = async (monday: string): Promise<{ start: string; partner?: { name: { fr: string } } }[]> =>
    (await (await request.get(`/api/v1/sites/${site.id}/sessions?from=${monday}&to=${plusDays(monday, 7)}`)).json()).items
  // At the end of a week it begins with the next one.
  let monday = mondayOf(today())
  if ((await sessionsFrom(monday)).every(({ start }) => start.slice(0, 10) < today())) monday = plusDays(monday, 7)
  await shown(page, `/maisons/${site.id}`)
  const week = page.locator('section').filter({ has: page.getByRole('heading', { name: /semaine/i }) }).last()
  await expect(week.getByRole('listitem')).toHaveCount((await sessionsFrom(monday)).length)
  await week.getByRole('button', { name: /suivante/i }).click()
  const items = await sessionsFrom(plusDays(monday, 7))
  expect(items.length).toBeGreaterThan(0)
  await expect(week.getByRole('listitem')).toHaveCount(items.length)
  for (const { partner } of items) if (partner) await expect(week.getByText(partner.name.fr).first()).toBeVisible()
})

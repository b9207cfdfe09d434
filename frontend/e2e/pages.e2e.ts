import { expect, type Page, test } from '@playwright/test'
import { aBooking, anOffer } from './api'
import { expectSound } from './axe'

const READY = 'main h1:not(:has-text("Un instant"))'

async function shown(page: Page, path: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(path)
  await page.locator(READY).first().waitFor()
  await page.waitForLoadState('networkidle')
}

for (const width of [320, 1280]) {
  test(`every page is sound at ${width} pixels`, async ({ page, request }) => {
    test.setTimeout(180_000)
    await page.setViewportSize({ width, height: 844 })
    const { path, offer } = await aBooking(request)
    const [booking, secret] = path.split('#')
    const paths = [
      '/',
      '/demarche',
      `/maisons?lieu=14590&demarche=${offer.procedure}`,
      '/maisons?lieu=14590',
      `/maisons/${offer.site.id}`,
      '/maisons/999999999',
      `/creneau?site=${offer.site.id}&demarche=${offer.procedure}`,
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
      await expectSound(page, one)
    }
    await test.step('the form, with and without errors', async () => {
      await shown(page, paths[6]!)
      await page.getByRole('button', { name: /^\S+ \d+\S* \S+ à/ }).first().click()
      await page.getByLabel('Je prends ce rendez-vous').check()
      await expectSound(page, 'the form')
      await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
      await expect(page.getByRole('alert')).toBeFocused()
      await expectSound(page, 'the form with errors')
      await page.goBack()
    })
    await test.step('the suggestions, in English', async () => {
      await shown(page, '/')
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('combobox').fill('Moy')
      await page.getByRole('option').first().waitFor()
      await expectSound(page, 'the suggestions')
    })
  })
}

test('enlarged to 200 %, nothing is wider than the screen', async ({ page, request }) => {
  const offer = await anOffer(request)
  // A browser's zoom of 200 % on a 1280 pixel screen is a screen of 640 pixels with two points each.
  await page.setViewportSize({ width: 640, height: 400 })
  for (const path of ['/', '/demarche', `/maisons/${offer.site.id}`, `/creneau?site=${offer.site.id}&demarche=${offer.procedure}`]) {
    await shown(page, path)
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(over, path).toBeLessThanOrEqual(0)
  }
})

test('a house shows who is there this week and the week after', async ({ page, request }) => {
  const { site } = await anOffer(request)
  await shown(page, `/maisons/${site.id}`)
  const week = page.locator('section').filter({ has: page.getByRole('heading', { name: /semaine/i }) }).last()
  await week.getByRole('button', { name: /suivante/i }).click()
  const nextWeek = await request.get(`/api/v1/sites/${site.id}/sessions?from=${mondayAfter()}&to=${mondayAfter(7)}`)
  const { items } = (await nextWeek.json()) as { items: { partner?: { name: { fr: string } } }[] }
  expect(items.length).toBeGreaterThan(0)
  await expect(week.getByRole('listitem')).toHaveCount(items.length)
  for (const { partner } of items) if (partner) await expect(week.getByText(partner.name.fr).first()).toBeVisible()
})

/** The next Monday of Paris and some days, as YYYY-MM-DD. */
function mondayAfter(more = 0): string {
  const day = new Date(`${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date())}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7) + more)
  return day.toISOString().slice(0, 10)
}

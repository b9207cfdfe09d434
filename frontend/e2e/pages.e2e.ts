import { expect, type Page, test } from '@playwright/test'
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

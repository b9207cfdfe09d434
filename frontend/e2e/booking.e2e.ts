import { expect, test } from '@playwright/test'
import { aBooking } from './api'
import { sheetsOf } from './paper'

test('a wrong secret shows a friendly page, and nothing of the booking', async ({ page, request }) => {
  const { path } = await aBooking(request)
  for (const wrong of [path.replace(/#.*/, '#0123456789abcdefghijkl'), path.replace(/#.*/, ''), '/rendez-vous/ZZZZ-ZZZZ#x']) {
    await page.goto('about:blank')
    await page.goto(wrong)
    await expect(page.getByRole('heading', { level: 1, name: 'Nous ne pouvons pas ouvrir ce rendez-vous' })).toBeVisible()
    await expect(page.getByText('Personne')).toHaveCount(0)
  }
})

test('the secret is sent in no address, and nothing is asked of anybody else', async ({ page, request, baseURL }) => {
  const { path } = await aBooking(request)
  const secret = path.split('#')[1]!
  const asked: string[] = []
  page.on('request', (one) => asked.push(one.url() + JSON.stringify(one.headers()['referer'] ?? '')))
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1, name: 'Votre rendez-vous' })).toBeVisible()
  for (const public_ of ['/', '/demarche', '/maisons?lieu=14590', '/confidentialite', '/accessibilite', '/nulle/part']) {
    await page.goto(public_)
    await page.waitForLoadState('networkidle')
  }
  const origin = new URL(baseURL!).origin
  expect(asked.length).toBeGreaterThan(10)
  expect(asked.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(origin))).toEqual([])
  // The browser shows the fragment to this listener on the page's own request only; it never travels.
  expect(asked.filter((url) => url.includes(secret) && !url.includes(`#${secret}`))).toEqual([])
})

test('the slip prints on one sheet', async ({ page, request }) => {
  const { path } = await aBooking(request)
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('img', { name: /Code à scanner/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden()
  expect(await sheetsOf(page, 'A4')).toBe(1)
})

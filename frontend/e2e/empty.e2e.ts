import { expect, test } from '@playwright/test'
import { expectSoundAtBoth } from './axe'

// An installation as production begins: nothing but a link in the log. Only where ./test has started one (EMPTY_LINK).

const OWN = 'une-phrase-a-moi-2026'

test('from nothing to a booked appointment and a called number', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 1280, height: 800 })
  await test.step('the first administrator', async () => {
    await page.goto(process.env.EMPTY_LINK!)
    await expectSoundAtBoth(page, 'the first administrator')
    await page.getByLabel('Prénom').fill('Ada')
    await page.getByLabel('Nom', { exact: true }).fill('Première')
    await page.getByLabel('Identifiant').fill('ada.premiere')
    await page.getByLabel('E-mail').fill('ada@example.org')
    await page.getByRole('button', { name: 'Devenir administrateur' }).click()
    const once = await page.locator('code').innerText()
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await page.locator('#username').fill('ada.premiere')
    await page.locator('#password').fill(once)
    await page.locator('#kc-login').click()
    await page.locator('#password-new').fill(OWN)
    await page.locator('#password-confirm').fill(OWN)
    await page.locator('[type=submit]').first().click()
    await page.waitForURL(/\/equipe/)
    await expect(page.getByText('Ada Première')).toBeVisible()
  })
})

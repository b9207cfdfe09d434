import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'

/** What the telephone of somebody does who prepares their second factor, on the page that asks for it. */
export async function prepareFactor(page: Page): Promise<TOTP> {
  await page.getByRole('link', { name: 'Vous ne pouvez pas lire le code ?' }).click()
  const key = (await page.locator('#kc-totp-secret-key').innerText()).replaceAll(' ', '')
  const totp = new TOTP({ secret: Secret.fromBase32(key) })
  await page.locator('#totp').fill(totp.generate())
  await page.locator('#userLabel').fill('Le téléphone')
  await page.locator('#saveTOTPBtn').click()
  return totp
}

import type { Page } from '@playwright/test'

/** From now on the page's device has a lock that a passkey can use, and its owner is there; the real browser does all the rest. */
export async function giveLock(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const
  await browser.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } })
}

/** On the page that asks for it. */
export async function preparePasskey(page: Page, name: string): Promise<void> {
  page.once('dialog', (dialog) => dialog.accept(name))
  await page.getByRole('button', { name: 'Enregistrer ma clé d’accès' }).click()
}

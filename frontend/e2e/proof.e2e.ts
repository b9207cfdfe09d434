import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { anOffer, type Offer, type Slot, slotsOf } from './api'
import { expectSoundAtBoth } from './axe'

/** As a robot does: each time another browser, as it says. Holds until it is asked for a proof. */
async function holdUntilAsked(api: APIRequestContext, { site, procedure }: Offer): Promise<string[]> {
  const held: string[] = []
  // The far ones, all weeks ahead: what the page shows stays free.
  const slots: Slot[] = (await (await api.get(`/api/v1/slots?site=${site.id}&procedure=${procedure}&limit=100`)).json()).items
  for (const { id } of [...slots].reverse()) {
    const answer = await api.post('/api/v1/holds', {
      headers: { 'Browser-Id': randomUUID(), 'Idempotency-Key': randomUUID() },
      data: { slotId: id, procedureId: procedure },
    })
    if (answer.status() === 429) {
      expect(await answer.json()).toMatchObject({ type: '/problems/proof-needed', proof: { algorithm: 'SHA-256' } })
      return held
    }
    // Of a long visit the next start is taken with it.
    if (answer.status() === 201) held.push((await answer.json()).id)
  }
  throw new Error(`Nobody asked for a proof after ${held.length} holds`)
}

test('who is asked for a proof waits a moment and goes on, with the keyboard untouched and nothing lost', async ({ page, request, baseURL }) => {
  const offer = await anOffer(request)
  const said: string[] = []
  page.on('console', (line) => line.type() === 'error' && said.push(line.text()))
  const elsewhere: string[] = []
  page.on('request', (sent) => !sent.url().startsWith(baseURL!) && elsewhere.push(sent.url()))
  const held = await holdUntilAsked(request, offer)
  try {
    await page.goto(slotsOf(offer))
    // The widget's files come only now; slowed down, so that the box can be looked at.
    const answers: ((slow: boolean) => void)[] = []
    const slow = new Promise<boolean>((resolve) => answers.push(resolve))
    await page.route(/assets\/sha.*\.js/, async (route) => {
      await slow
      await route.continue()
    })
    await page.getByRole('button', { name: / à \d+ h/ }).first().click()
    await expect(page.getByRole('heading', { name: 'Un instant, votre appareil fait un petit calcul' })).toBeVisible()
    await expect(page.locator('altcha-widget')).toBeVisible()
    await expectSoundAtBoth(page, 'asked for a proof')
    if (process.env.E2E_LOOK) {
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 844 })
        await page.screenshot({ path: `${process.env.E2E_LOOK}/proof-${width}.png`, fullPage: true })
      }
    }
    answers[0]!(true)
    await expect(page.getByRole('heading', { level: 1, name: 'Pour qui est ce rendez-vous' })).toBeVisible({ timeout: 60_000 })
    await page.getByLabel('Prénom').fill('Jeanne')
    await page.getByLabel('Nom', { exact: true }).fill('Lefèvre')
    await page.getByLabel('Ne pas me prévenir').check()
    await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'C’est noté' })).toBeVisible()
    expect(elsewhere).toEqual([])
    expect(said.filter((line) => !line.includes('429'))).toEqual([])
  } finally {
    for (const id of held) await request.delete(`/api/v1/holds/${id}`)
  }
})

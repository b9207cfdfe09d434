import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { expectSound } from './axe'
import { aHouse, type House } from './house'
import { press } from './keyboard'
import { bearerOf, logIn } from './login'
import { changeSettings, drawn, keptFor } from './mail'

interface Visit {
  reference: string
  secret: string
  start: string
}

/** In minutes. */
const SLOT = 15
/** Where the demo's agent of the CAF is written to. */
const SOPHIE = 'sophie.renault@caf.example'

/**
 * A CAF session in the clerk's house, the whole of today or early on a later day. It begins at a minute of its own, by which its
 * slots are known among those of other sessions.
 */
async function aSession(browser: Browser, request: APIRequestContext, clerk: Page, ahead = 0) {
  const minute = String(Math.floor(Math.random() * 59)).padStart(2, '0')
  const [from, to] = ahead ? [`05:${minute}`, `06:${minute}`] : [`00:${minute}`, '23:55']
  const house = await aHouse(browser, request, clerk)
  const { date, now } = await house.clerk('GET', `/sites/${house.id}/queue`)
  test.skip(now.slice(11, 16) >= '23:30', 'The day of the house is nearly over: no slot is left.')
  const day = new Date(Date.parse(`${date}T12:00:00Z`) + ahead * 86_400_000).toISOString().slice(0, 10)
  const procedures: (House['procedures'][0] & { partner?: { id: string; code: string } })[] = (await house.clerk('GET', '/procedures')).items
  const procedure = procedures.find(({ partner }) => partner?.code === 'caf')!
  const made = await house.admin('POST', '/permanences', {
    siteId: house.id, partnerId: procedure.partner!.id, procedures: [procedure.id], rrule: 'FREQ=DAILY', firstDate: day, untilDate: day, from, to,
    openOnHolidays: true, mode: 'appointment', slotMinutes: SLOT, capacity: 20, noticeMinutes: 0, horizonDays: 60, changeDeadlineMinutes: 0,
  })
  const { items } = await house.clerk('GET', `/sites/${house.id}/sessions?from=${day}&to=${next(day)}`)
  const session = items.find(({ permanenceId }: { permanenceId: string }) => permanenceId === made.id)
  const slots: { id: string; start: string }[] = (await house.clerk('GET', `/slots?site=${house.id}&procedure=${procedure.id}&from=${day}&to=${next(day)}&limit=100`)).items
  const book = async (lastName: string, visitor: object = { contactBy: 'none' }): Promise<Visit> => {
    for (const slot of slots.filter(({ start }) => (Date.parse(start) - Date.parse(session.start)) % (SLOT * 60_000) === 0)) {
      const body = { slotId: slot.id, procedureId: procedure.id, visitor: { firstName: 'Odette', lastName, ...visitor } }
      const booked = await house.clerk('POST', '/bookings', body).catch(() => null)
      if (booked) return booked
    }
    throw new Error('No slot of the session could be booked')
  }
  return { house, session: session as { id: string; start: string }, procedure: procedure.id, book }
}
const next = (day: string) => new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
const aName = () => `Visite${randomUUID().replace(/[^a-f]/g, '').slice(0, 6)}`

async function sophie(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await logIn(page, 'sophie.caf')
  await page.waitForURL(/\/partenaire$/)
  await drawn(page)
  return page
}
const said = (page: Page, words: RegExp) => expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()

test('a partner’s agent confirms, takes it back, is late, by keyboard alone; nobody else’s sessions are there', async ({ browser, page, request }) => {
  const { session } = await aSession(browser, request, page, 2)
  const agent = await sophie(browser)
  await expectSound(agent, 'the sessions of a partner')
  await agent.goto(`/partenaire/seances/${session.id}`)
  await drawn(agent)
  await press(agent, agent.getByRole('button', { name: /^Je serai là/ }))
  await said(agent, /^Confirmée/)
  await press(agent, agent.getByRole('button', { name: 'Revenir en arrière' }))
  await said(agent, /^Confirmation retirée/)
  await press(agent, agent.getByRole('button', { name: /^Un empêchement/ }))
  await press(agent, agent.getByRole('button', { name: 'Je serai en retard' }))
  await agent.getByRole('dialog').getByRole('button', { name: '20 minutes', exact: true }).press('Enter')
  await said(agent, /20 minutes de retard/)
  await expectSound(agent, 'a session')
  await agent.goto('/partenaire/seances/999999999')
  await expect(agent.getByText('Nous n’avons rien trouvé à cette adresse')).toBeVisible()
  await agent.context().close()
})

test('attendance is marked, corrected and noted; the follow-up is booked on the spot', async ({ browser, page, request }) => {
  const { session, book } = await aSession(browser, request, page)
  const [here, gone] = [aName(), aName()]
  await book(here)
  await book(gone)
  const agent = await sophie(browser)
  await agent.goto(`/partenaire/seances/${session.id}`)
  await drawn(agent)
  const card = (name: string) => agent.getByRole('article', { name: new RegExp(name) })
  await card(here).getByRole('button', { name: 'Venu(e)' }).click()
  await said(agent, new RegExp(`${here} : venu`))
  await card(here).getByRole('button', { name: 'À poursuivre' }).click()
  await card(gone).getByRole('button', { name: 'Absent(e)' }).click()
  await said(agent, new RegExp(`${gone} : absent`))
  await card(gone).getByRole('button', { name: 'Excusé(e)' }).click()
  await said(agent, new RegExp(`${gone} : excusé`))
  await card(gone).locator('summary', { hasText: 'Ce qui a été noté' }).click()
  await expect(card(gone).getByText(/^Absent\(e\), /)).toBeVisible()
  await card(here).getByRole('button', { name: `Note sur Odette ${here}` }).click()
  await agent.keyboard.type('Revient avec son bail')
  await card(here).getByRole('button', { name: 'Enregistrer la note' }).click()
  await expect(card(here).getByText('Revient avec son bail')).toBeVisible()
  await card(here).getByRole('button', { name: /^Prendre le rendez-vous suivant/ }).click()
  await agent.locator('button.time').last().click()
  await expectSound(agent, 'a session while marking')
  await card(here).getByRole('button', { name: /^Oui, réserver/ }).click()
  await said(agent, /rendez-vous suivant pris/)
  await agent.context().close()
})

test('a cancelled session is told on every side, and the proposed slot is taken in one tap', async ({ browser, page, request }) => {
  const { house, session, book } = await aSession(browser, request, page, 3)
  const name = aName()
  const { reference, secret } = await book(name, { phone: '0231000001', contactBy: 'call' })
  const agent = await sophie(browser)
  await agent.goto(`/partenaire/seances/${session.id}`)
  await agent.getByRole('button', { name: /^Un empêchement/ }).click()
  await agent.getByRole('button', { name: 'Annuler la permanence' }).click()
  await expect(agent.getByText('1 personne a rendez-vous.')).toBeVisible()
  await agent.getByRole('button', { name: 'Formation' }).click()
  await expectSound(agent, 'cancelling a session')
  await agent.getByRole('button', { name: /^Annuler et prévenir/ }).click()
  await said(agent, /^Annulée/)
  await agent.context().close()

  await test.step('on the call sheet, with times to offer', async () => {
    await page.goto(`/equipe/maisons/${house.id}/appels`)
    await drawn(page)
    const call = page.getByRole('article', { name: `Odette ${name}` })
    await expect(call.getByText('Permanence annulée')).toBeVisible()
    await expectSound(page, 'the call sheet with a fallen appointment')
  })
  await test.step('on the house’s page', async () => {
    await page.goto(`/maisons/${house.id}`)
    await expect(page.getByRole('heading', { name: 'À savoir avant de venir' })).toBeVisible()
    await expect(page.getByText('Raison : Formation.').first()).toBeVisible()
  })
  await test.step('on the appointment, taken up again', async () => {
    await page.goto(`/rendez-vous/${reference}#${secret}`)
    await expect(page.getByRole('heading', { level: 1, name: 'Votre rendez-vous n’aura pas lieu' })).toBeVisible()
    await expectSound(page, 'an appointment that fell')
    await page.getByRole('button', { name: /^Prendre : / }).first().click()
    await expect(page.getByText(/^C’est noté : voici votre nouveau rendez-vous/)).toBeVisible()
  })
})

test('a session is confirmed from the mail’s link, without a login; used again, the link says so', async ({ browser, page, request }) => {
  const { house, session, book } = await aSession(browser, request, page, 2)
  await book(aName())
  const admin = await (await browser.newContext()).newPage()
  await logIn(admin, 'admin.reseau')
  // At night nobody is written to: for this test the house is never quiet.
  await changeSettings(request, house, await bearerOf(admin), { quietFrom: '00:00', quietTo: '00:00' })
  const known = new Set((await keptFor(request, SOPHIE)).map(({ link }) => link))
  await house.admin('POST', `/sessions/${session.id}/handover`, { agent: 'sophie.caf' })
  await changeSettings(request, house, await bearerOf(admin), { quietFrom: '20:00', quietTo: '08:00' })
  await admin.context().close()
  const fresh = async () => (await keptFor(request, SOPHIE)).find(({ link }) => link?.includes('/seance/') && !known.has(link))
  await expect.poll(async () => Boolean(await fresh()), { message: 'the mail of the hand-over' }).toBe(true)
  const link = new URL((await fresh())!.link!)

  const phone = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })).newPage()
  const sent: string[] = []
  phone.on('request', (one) => sent.push(one.url()))
  await phone.goto(link.pathname + link.hash)
  await expect(phone.getByText('1 personne a déjà rendez-vous.')).toBeVisible()
  await expectSound(phone, 'the page of a link')
  expect((await house.clerk('GET', `/sessions/${session.id}`)).state, 'opened, the link changes nothing').toBe('planned')
  await press(phone, phone.getByRole('button', { name: 'Oui, je serai là' }))
  await expect(phone.getByRole('heading', { level: 1, name: 'C’est confirmé' })).toBeVisible()
  await expectSound(phone, 'confirmed by a link')
  expect((await house.clerk('GET', `/sessions/${session.id}`)).state).toBe('confirmed')
  await phone.reload()
  await expect(phone.getByRole('heading', { level: 1, name: 'Déjà confirmé' })).toBeVisible()
  expect(sent.filter((url) => url.includes(link.hash.slice(1)) && !url.includes('#'))).toEqual([])
  await phone.context().close()
})

test('a link that is not known says so, and needs no login', async ({ page }) => {
  await page.goto(`/seance/${randomUUID()}#nothing`)
  await expect(page.getByRole('heading', { level: 1, name: 'Nous ne reconnaissons pas ce lien' })).toBeVisible()
  await expectSound(page, 'a link that is not known')
})

for (const width of [320, 1280]) {
  test(`the partner’s pages are sound at ${width} pixels`, async ({ browser, page, request }) => {
    const { session, book, house } = await aSession(browser, request, page)
    await book(aName())
    const agent = await sophie(browser)
    await agent.setViewportSize({ width, height: 800 })
    for (const path of ['/partenaire', '/partenaire?passees', `/partenaire/seances/${session.id}`]) {
      await agent.goto(path)
      await drawn(agent)
      await expectSound(agent, path)
    }
    await agent.context().close()
    await page.setViewportSize({ width, height: 800 })
    await page.goto(`/equipe/maisons/${house.id}/fermetures`)
    await drawn(page)
    await expectSound(page, 'closures')
  })
}

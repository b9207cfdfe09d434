import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectSound, expectSoundAtBoth } from './axe'
import { plusDays, today } from './days'
import type { House } from './house'
import { press } from './keyboard'
import { enter } from './login'
import { drawn, keptFor } from './mail'
import { aSession } from './session'

/** Where the demo's agent of the CAF is written to. */
const SOPHIE = 'sophie.renault@caf.example'
const aName = () => `Visite${randomUUID().replace(/[^a-f]/g, '').slice(0, 6)}`

async function sophie(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await enter(page, 'sophie.caf')
  return page
}

/** Somebody else of the CAF, to whom a session can be handed. */
async function aColleague(house: House, sessionId: string): Promise<string> {
  const { items } = await house.admin('GET', `/sessions/${sessionId}/colleagues`)
  if (!items.some(({ username }: { username: string }) => username === 'essai.caf')) {
    const partner = (await house.admin('GET', '/partners')).items.find(({ code }: { code: string }) => code === 'caf').id
    await house.admin('POST', '/agents', { username: 'essai.caf', firstName: 'Inès', lastName: 'Essai', assignments: [{ role: 'partner', partner, wholeCountry: true }] })
  }
  return 'Inès Essai'
}

/** A session of France Travail, in the demo every Tuesday that is no holiday. */
async function anotherPartnersSession(house: House): Promise<string> {
  const { items } = await house.clerk('GET', `/sites/${house.id}/sessions?from=${plusDays(today(), 1)}&to=${plusDays(today(), 28)}`)
  return items.find(({ partner }: { partner?: { code: string } }) => partner?.code === 'france-travail').id
}

const said = (page: Page, words: RegExp) => expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()

test('a partner’s agent confirms, takes it back, is late, hands over, by keyboard alone; nobody else’s sessions are there', async ({ browser, page, request }) => {
  const { house, session } = await aSession(browser, request, page, 2)
  const colleague = await aColleague(house, session.id)
  const agent = await sophie(browser)
  await agent.goto('/partenaire')
  await drawn(agent)
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
  await press(agent, agent.getByRole('button', { name: 'Un collègue me remplace' }))
  await press(agent, agent.getByRole('dialog').getByRole('radio', { name: colleague }), 'Space')
  await press(agent, agent.getByRole('button', { name: 'Passer la permanence' }))
  await said(agent, new RegExp(`^Tenue par ${colleague}`))
  await expectSound(agent, 'a session')
  for (const id of [await anotherPartnersSession(house), '999999999']) {
    await agent.goto(`/partenaire/seances/${id}`)
    await expect(agent.getByText('Nous n’avons rien trouvé à cette adresse')).toBeVisible()
  }
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
  // Today's last one: so late nobody else sits in this house, and of the house's own an agent of the CAF may book none.
  await agent.locator('.day').first().locator('button.time').last().click()
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
    await expect(call.getByText('Rendez-vous qui n’aura pas lieu')).toBeVisible()
    await expectSound(page, 'the call sheet with an appointment that the house cancelled')
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
  // The link may be the one of an earlier letter about this session, and the letters of others come meanwhile: this one is new.
  const known = new Set((await keptFor(request, SOPHIE)).map(({ id }) => id))
  await house.admin('POST', `/sessions/${session.id}/handover`, { agent: 'sophie.caf' })
  const letter = async () => (await keptFor(request, SOPHIE)).find(({ id, kind }) => kind === 'handedOver' && !known.has(id))
  await expect.poll(async () => Boolean(await letter()), { message: 'the letter of the hand-over' }).toBe(true)
  const link = new URL((await letter())!.link!)

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

test('the partner’s pages are sound on a wide and on a small screen', async ({ browser, page, request }) => {
  const { session, book, house } = await aSession(browser, request, page, 1)
  await book(aName())
  const agent = await sophie(browser)
  for (const path of ['/partenaire', '/partenaire?passees', `/partenaire/seances/${session.id}`]) {
    await agent.goto(path)
    await drawn(agent)
    await expectSoundAtBoth(agent, path)
  }
  await agent.context().close()
  await page.goto(`/equipe/maisons/${house.id}/fermetures`)
  await drawn(page)
  await expectSoundAtBoth(page, 'closures')
})

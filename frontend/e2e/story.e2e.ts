import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { expectSound, expectSoundAtBoth } from './axe'
import { mondayOf, plusDays } from './days'
import { aHouse, type House, nowIn } from './house'
import { enter } from './login'
import { anAddress, awaitKept, drawn, type Kept, keptFor } from './mail'

/** Of the association, which in the demo has no other session in this house. */
const YANN = 'yann.legoff@association.example'

async function at(browser: Browser, username: string, width = 1280): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'fr-FR', viewport: { width, height: 844 } })).newPage()
  await enter(page, username)
  return page
}

/** All day on some days, made by a manager on the screen; the sessions in their order. */
async function madeByTheManager(manager: Page, house: House, partner: string, procedure: string, days: string[]) {
  await manager.goto(`/equipe/maisons/${house.id}/permanences/nouvelle?date=${days[0]}`)
  await drawn(manager)
  await manager.getByLabel('Qui tient la permanence').selectOption(partner)
  await manager.getByRole('checkbox', { name: procedure, exact: true }).check()
  await manager.getByLabel('Des dates une par une').check()
  await manager.getByLabel('Date 1', { exact: true }).fill(days[0]!)
  for (const [n, day] of days.slice(1).entries()) {
    await manager.getByRole('button', { name: 'Ajouter une date' }).click()
    await manager.getByLabel(`Date ${n + 2}`, { exact: true }).fill(day)
  }
  await manager.getByLabel('De', { exact: true }).fill('00:00')
  await manager.getByLabel('À', { exact: true }).fill('23:55')
  await manager.getByLabel('Durée d’un créneau, en minutes').fill('15')
  await manager.getByLabel('Personnes reçues en même temps').fill('5')
  await manager.getByLabel('Réserver au plus tard').selectOption('0')
  await expect(manager.getByText(/3 séances/)).toBeVisible()
  await expectSound(manager, 'a permanence being made')
  const answer = manager.waitForResponse((one) => one.request().method() === 'POST' && one.url().endsWith('/permanences'))
  await manager.getByRole('button', { name: 'Créer la permanence' }).click()
  await expect(manager.getByText(/La permanence est créée/)).toBeVisible()
  const { id } = await (await answer).json()
  const { items } = await house.clerk('GET', `/sites/${house.id}/sessions?from=${days[0]}&to=${plusDays(days.at(-1)!, 1)}`)
  return items.filter(({ permanenceId }: { permanenceId: string }) => permanenceId === id) as { id: string; start: string }[]
}

/** The letter that asks Yann about a session: its link names the session only to the API. */
async function asked(request: APIRequestContext, house: House, sessionId: string): Promise<Kept> {
  const session = await house.admin('GET', `/sessions/${sessionId}`)
  // Yann is asked about all houses: of each letter the API is asked once, and only of those about this house.
  const others = new Set<string>()
  const ask = ({ id, kind, link, text }: Kept) => !others.has(id) && kind.startsWith('rollCall') && link?.includes('/seance/') && text.includes(session.site.name)
  const about = async () => {
    for (const one of (await keptFor(request, YANN)).filter(ask)) {
      const [, id, secret] = /\/seance\/([\w-]+)#(\S+)/.exec(one.link!)!
      const seen = await (await request.get(`/api/v1/session-links/${id}`, { headers: { 'Link-Secret': secret! } })).json()
      if (seen.start === session.start && seen.siteName === session.site.name && seen.state === 'open') return one
      others.add(one.id)
    }
    return undefined
  }
  let letter: Kept | undefined
  await expect.poll(async () => Boolean((letter = await about())), { message: 'Yann is asked', timeout: 30_000 }).toBe(true)
  return letter!
}

test('a permanence from its making to what is cancelled: booked, confirmed from the letter, marked, cancelled, taken up again', async ({ browser, page, request }) => {
  test.slow()
  const house = await aHouse(browser, request, page)
  const { day: date, time } = await nowIn(house)
  // Late in the evening no slot of today is left: the visit is tomorrow, and nobody can have come yet.
  const late = time >= '22:30'
  const procedures: { id: string; title: { fr: string }; partner: { id: string; code: string } }[] = (await house.clerk('GET', '/procedures')).items
  const procedure = procedures.find(({ partner }) => partner.code === 'association')!
  const manager = await at(browser, 'admin.reseau')
  const [today, tomorrow, later] = await madeByTheManager(manager, house, procedure.partner.id, procedure.title.fr, [date, plusDays(date, 1), plusDays(date, 2)])
  const name = `Perrin${Date.now() % 100_000}`

  await test.step('somebody books in it on a phone', async () => {
    const phone = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })).newPage()
    const day = late ? plusDays(date, 1) : date
    await phone.goto(`/creneau?site=${house.id}&demarche=${procedure.id}&semaine=${mondayOf(day)}`)
    // Not the next one, which may begin while somebody types.
    await phone.locator(`section[aria-labelledby="day-${day}"] button.time`).last().click()
    await phone.getByLabel('Prénom').fill('Odette')
    await phone.getByLabel('Nom', { exact: true }).fill(name)
    await phone.getByLabel('Par e-mail').check()
    await phone.getByLabel('Adresse e-mail').fill(anAddress())
    await phone.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
    await expect(phone.getByRole('heading', { level: 1, name: 'C’est noté' })).toBeVisible()
    await phone.context().close()
  })

  const unconfirmed = page.getByRole('region', { name: /non confirmées?$/ })
  const ofTomorrow = unconfirmed.locator(`a[href$="/seances/${tomorrow!.id}"]`)
  /** Only the first is shown at once. */
  const allUnconfirmed = async () => {
    await expect(unconfirmed).toBeVisible()
    const more = unconfirmed.getByRole('button', { expanded: false })
    if (await more.count()) await more.click()
  }
  await test.step('until its partner says so, the board warns in red', async () => {
    await page.goto(`/equipe/maisons/${house.id}`)
    await allUnconfirmed()
    await expect(ofTomorrow).toBeVisible()
    const [red, green, blue] = (await unconfirmed.evaluate((one) => getComputedStyle(one).color)).match(/\d+/g)!.map(Number)
    expect(red! > green! + blue!, 'it is red').toBe(true)
  })

  await test.step('its partner confirms from the letter, without a login, once', async () => {
    const { link } = await asked(request, house, tomorrow!.id)
    const phone = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })).newPage()
    await phone.goto(link!)
    expect((await house.admin('GET', `/sessions/${tomorrow!.id}`)).state, 'opening the link changes nothing').toBe('planned')
    await expectSound(phone, 'the page of a link that confirms')
    await phone.getByRole('button', { name: /^Oui, / }).click()
    await expect(phone.getByText(/La maison sait que vous serez là/)).toBeVisible()
    expect((await house.admin('GET', `/sessions/${tomorrow!.id}`)).state).toBe('confirmed')
    await phone.reload()
    await expect(phone.getByRole('button', { name: /^Oui, / })).toHaveCount(0)
    await phone.context().close()
    await page.reload()
    await drawn(page)
    await expect(page.getByText('en direct')).toBeVisible()
    await expect(ofTomorrow).toHaveCount(0)
  })

  const yann = await at(browser, 'yann.association', 390)
  await test.step('who came is marked', async () => {
    if (late) return
    await yann.goto(`/partenaire/seances/${today!.id}`)
    await drawn(yann)
    await yann.getByRole('article', { name: new RegExp(name) }).getByRole('button', { name: 'Venu(e)' }).click()
    await expect(yann.getByRole('status').filter({ hasText: new RegExp(`${name} : venu`) })).toBeVisible()
  })

  const to = anAddress()
  await test.step('another session is cancelled, and its visitor gets one letter', async () => {
    const { items } = await house.clerk('GET', `/slots?site=${house.id}&procedure=${procedure.id}&from=${plusDays(date, 2)}&to=${plusDays(date, 3)}`)
    const visitor = { firstName: 'Luc', lastName: 'Petit', email: to, contactBy: 'email' }
    await house.clerk('POST', '/bookings', { slotId: items[0].id, procedureId: procedure.id, visitor })
    await yann.goto(`/partenaire/seances/${later!.id}`)
    await yann.getByRole('button', { name: /^Un empêchement/ }).click()
    await yann.getByRole('button', { name: 'Annuler la permanence' }).click()
    await yann.getByRole('button', { name: 'Formation' }).click()
    await yann.getByRole('button', { name: /^Annuler et prévenir/ }).click()
    await expect(yann.getByRole('status').filter({ hasText: /^Annulée/ })).toBeVisible()
  })
  await yann.context().close()

  await test.step('the report of the house counts what was, and what fell', async () => {
    await manager.goto(`/equipe/maisons/${house.id}/bilan?du=${date}&au=${plusDays(date, 1)}`)
    const ofPartner = manager.getByRole('region', { name: 'Les permanences' }).getByRole('row', { name: /^Association / }).getByRole('cell')
    const figures = async () => (await ofPartner.allInnerTexts()).map(Number)
    await expect(ofPartner).toHaveCount(8)
    const [total, , , , , cancelled] = await figures()
    await expectSoundAtBoth(manager, 'the report')
    await manager.getByLabel('Au', { exact: true }).fill(plusDays(date, 2))
    await expect.poll(async () => (await figures())[0]).toBeGreaterThan(total!)
    expect((await figures())[5]).toBeGreaterThan(cancelled!)
    await manager.context().close()
  })

  await test.step('one tap in the letter and one on the page: the proposed slot is taken', async () => {
    const { text } = await awaitKept(request, to, 'cancelledByHouse')
    expect(text).toContain('Formation')
    const proposed = /\S+\/rendez-vous\/\S+\?creneau=\d+/.exec(text)![0]
    const { link } = await awaitKept(request, to, 'cancelledByHouse')
    const phone = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })).newPage()
    await phone.goto(`${proposed}#${link!.split('#')[1]}`)
    await expectSound(phone, 'a proposed slot')
    await phone.getByRole('button', { name: /^Prendre : / }).first().click()
    await expect(phone.getByText(/voici votre nouveau rendez-vous/)).toBeVisible()
    await awaitKept(request, to, 'moved')
    expect((await keptFor(request, to)).map(({ kind }) => kind).sort()).toEqual(['cancelledByHouse', 'confirmation', 'moved'])
    await phone.context().close()
  })
})

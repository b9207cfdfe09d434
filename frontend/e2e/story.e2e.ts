import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { expectSound } from './axe'
import { aHouse, type House } from './house'
import { bearerOf, logIn } from './login'
import { anAddress, awaitKept, changeSettings, drawn, type Kept, keptFor } from './mail'

const KARIM = 'karim.benali@travail.example'
const dayAfter = (day: string, days: number) => new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

async function at(browser: Browser, username: string, width = 1280): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'fr-FR', viewport: { width, height: 844 } })).newPage()
  await logIn(page, username)
  return page
}

/** All day today and in some days, made by a manager on the screen; the sessions in their order. */
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
  await manager.getByLabel('De', { exact: true }).fill('00:05')
  await manager.getByLabel('À', { exact: true }).fill('23:55')
  await manager.getByLabel('Durée d’un créneau, en minutes').fill('15')
  await manager.getByLabel('Personnes reçues en même temps').fill('5')
  await manager.getByLabel('Réserver au plus tard').selectOption('0')
  await expect(manager.getByText(/3 séances/)).toBeVisible()
  await expectSound(manager, 'a permanence being made')
  await manager.getByRole('button', { name: 'Créer la permanence' }).click()
  await expect(manager.getByText(/La permanence est créée/)).toBeVisible()
  const { items } = await house.clerk('GET', `/sites/${house.id}/sessions?from=${days[0]}&to=${dayAfter(days.at(-1)!, 1)}`)
  const mine = items.filter((one: { partner?: { id: string }; start: string; end: string }) => one.partner?.id === partner && one.start.includes('T00:05') && one.end.includes('T23:55'))
  const newest = Math.max(...mine.map(({ permanenceId }: { permanenceId: string }) => Number(permanenceId)))
  return mine.filter(({ permanenceId }: { permanenceId: string }) => Number(permanenceId) === newest) as { id: string; start: string }[]
}

/** The letter that asks Karim about a session: its link names the session only to the API. */
async function asked(request: APIRequestContext, house: House, sessionId: string): Promise<Kept> {
  const ask = (one: Kept) => one.kind.startsWith('rollCall') && one.link?.includes('/seance/')
  const about = async () => {
    for (const one of (await keptFor(request, KARIM)).filter(ask)) {
      const [, id, secret] = /\/seance\/([\w-]+)#(\S+)/.exec(one.link!)!
      const seen = await (await request.get(`/api/v1/session-links/${id}`, { headers: { 'Link-Secret': secret! } })).json()
      const session = await house.admin('GET', `/sessions/${sessionId}`)
      if (seen.start === session.start && seen.siteName === session.site.name && seen.state === 'open') return one
    }
    return undefined
  }
  await expect.poll(async () => Boolean(await about()), { message: 'Karim is asked', timeout: 30_000 }).toBe(true)
  return (await about())!
}

test('a permanence from its making to what falls: booked, confirmed from the letter, marked, cancelled, taken up again', async ({ browser, page, request }) => {
  test.slow()
  const house = await aHouse(browser, request, page)
  const { date, now } = await house.clerk('GET', `/sites/${house.id}/queue`)
  test.skip(now.slice(11, 16) >= '23:30', 'The day of the house is nearly over: no slot is left.')
  const procedures: { id: string; title: { fr: string }; partner: { id: string; code: string } }[] = (await house.clerk('GET', '/procedures')).items
  const procedure = procedures.find(({ partner }) => partner.code === 'france-travail')!
  const manager = await at(browser, 'admin.reseau')
  await changeSettings(request, house, await bearerOf(manager), { quietFrom: '03:00', quietTo: '03:00' })
  const [today, tomorrow, later] = await madeByTheManager(manager, house, procedure.partner.id, procedure.title.fr, [date, dayAfter(date, 1), dayAfter(date, 2)])
  await manager.context().close()
  const name = `Perrin${Date.now() % 100_000}`

  await test.step('somebody books in it on a phone', async () => {
    const phone = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })).newPage()
    await phone.goto(`/creneau?site=${house.id}&demarche=${procedure.id}`)
    await phone.getByRole('button', { name: /^\S+ \d+\S* \S+ à/ }).first().click()
    await phone.getByLabel('Prénom').fill('Odette')
    await phone.getByLabel('Nom', { exact: true }).fill(name)
    await phone.getByLabel('Par e-mail').check()
    await phone.getByLabel('Adresse e-mail').fill(anAddress())
    await phone.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
    await expect(phone.getByRole('heading', { level: 1, name: 'C’est noté' })).toBeVisible()
    await phone.context().close()
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
  })

  const karim = await at(browser, 'karim.travail', 390)
  await test.step('who came is marked', async () => {
    await karim.goto(`/partenaire/seances/${today!.id}`)
    await drawn(karim)
    await karim.getByRole('article', { name: new RegExp(name) }).getByRole('button', { name: 'Venu(e)' }).click()
    await expect(karim.getByRole('status').filter({ hasText: new RegExp(`${name} : venu`) })).toBeVisible()
  })

  const to = anAddress()
  await test.step('another session falls, and its visitor gets one letter', async () => {
    const { items } = await house.clerk('GET', `/slots?site=${house.id}&procedure=${procedure.id}&from=${dayAfter(date, 2)}&to=${dayAfter(date, 3)}`)
    const visitor = { firstName: 'Luc', lastName: 'Petit', email: to, contactBy: 'email' }
    await house.clerk('POST', '/bookings', { slotId: items[0].id, procedureId: procedure.id, visitor })
    await karim.goto(`/partenaire/seances/${later!.id}`)
    await karim.getByRole('button', { name: /^Un empêchement/ }).click()
    await karim.getByRole('button', { name: 'Annuler la permanence' }).click()
    await karim.getByRole('button', { name: 'Formation' }).click()
    await karim.getByRole('button', { name: /^Annuler et prévenir/ }).click()
    await expect(karim.getByRole('status').filter({ hasText: /^Annulée/ })).toBeVisible()
  })
  await karim.context().close()

  await test.step('one tap in the letter and one on the page: the proposed slot is taken', async () => {
    const { text } = await awaitKept(request, to, 'fallen')
    expect(text).toContain('Formation')
    const proposed = /\S+\/rendez-vous\/\S+\?creneau=\d+/.exec(text)![0]
    const { link } = await awaitKept(request, to, 'fallen')
    const phone = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })).newPage()
    await phone.goto(`${proposed}#${link!.split('#')[1]}`)
    await expectSound(phone, 'a proposed slot')
    await phone.getByRole('button', { name: /^Prendre : / }).first().click()
    await expect(phone.getByText(/voici votre nouveau rendez-vous/)).toBeVisible()
    await awaitKept(request, to, 'moved')
    expect((await keptFor(request, to)).map(({ kind }) => kind).sort()).toEqual(['confirmation', 'fallen', 'moved'])
    await phone.context().close()
  })
})

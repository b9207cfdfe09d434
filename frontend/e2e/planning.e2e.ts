import { expect, type Page, test } from '@playwright/test'
import { expectSound } from './axe'
import { mondayOf, plusDays, today, weekdayFrom, weekdayOf } from './days'
import { type AgentApi, agentApi, bearerOf, enter } from './login'
import { drawn } from './mail'
import { sheetsOf } from './paper'
import { aPermanence } from './session'

/** Some days from now, and never a Sunday. */
function dayIn(days: number): string {
  const day = plusDays(today(), days)
  return weekdayOf(day) === 7 ? plusDays(day, 1) : day
}

async function manager(page: Page): Promise<{ api: AgentApi; id: string }> {
  await enter(page, 'marc.normandie')
  const api = agentApi(page.request, await bearerOf(page.context().browser()!, page.request, 'marc.normandie'))
  const { sites } = await api('GET', '/me')
  return { api, id: sites[0].id }
}

async function nameIn(page: Page): Promise<void> {
  await page.getByLabel('Prénom').fill('Jeanne')
  await page.getByLabel('Nom', { exact: true }).fill('Essai')
  await page.getByLabel('Ne pas me prévenir').check()
  await page.getByRole('button', { name: 'Confirmer le rendez-vous' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'C’est noté !' })).toBeVisible()
}

test('a manager makes a permanence with a preview, somebody books in it, and a change asks what becomes of the booking', async ({ page, browser }) => {
  test.setTimeout(240_000)
  await page.setViewportSize({ width: 1280, height: 900 })
  const { api, id } = await manager(page)
  const { contactRequired } = await api('GET', `/sites/${id}`)
  test.skip(contactRequired, 'This house asks for a contact.')
  const [date, room] = [dayIn(9), `Essai ${Date.now() % 100_000}`]
  await page.goto(`/equipe/maisons/${id}/permanences`)
  await expect(page.getByRole('heading', { name: 'La semaine de la maison' })).toBeVisible()
  await expectSound(page, 'the calendar')

  const procedure = await test.step('a permanence on one date, seen before it is made', async () => {
    await page.goto(`/equipe/maisons/${id}/permanences/nouvelle?date=${date}`)
    await page.getByLabel('Des dates une par une').check()
    await page.locator('#permanence-from').fill('06:00')
    await page.locator('#permanence-to').fill('07:30')
    await page.getByLabel('Salle ou bureau (facultatif)').fill(room)
    const tick = page.locator('#permanence-procedures input[type=checkbox]').first()
    await tick.check()
    await expect(page.getByText('1 séance dans les six semaines.')).toBeVisible()
    await expect(page.getByText('3 créneaux')).toBeVisible()
    await expectSound(page, 'the editor')
    const chosen = await tick.getAttribute('value')
    await page.getByRole('button', { name: 'Créer la permanence' }).click()
    await expect(page.getByText(/La permanence est créée/)).toBeVisible()
    await expect(page.getByText(room).first()).toBeVisible()
    return chosen
  })

  const visitor = await (await browser.newContext()).newPage()
  await test.step('a visitor books its first slot', async () => {
    await visitor.goto(`/creneau?site=${id}&demarche=${procedure}&semaine=${mondayOf(date)}`)
    await visitor.getByRole('button', { name: new RegExp(` ${Number(date.slice(8))}(er)? .*à 6.h$`) }).click()
    await nameIn(visitor)
  })

  await test.step('an hour later from now on: the booking gets a decision, and is moved', async () => {
    const mine = (await api('GET', `/permanences?site=${id}&limit=100`)).items.find((one: { room?: string }) => one.room === room)
    await page.goto(`/equipe/maisons/${id}/permanences/${mine.id}`)
    await page.locator('#permanence-from').fill('06:30')
    await expect(page.getByRole('heading', { name: '1 rendez-vous touché' })).toBeVisible()
    await page.getByRole('button', { name: /Décider pour 1 rendez-vous/ }).click()
    await expect(page.locator('#touched')).toBeFocused()
    await page.getByLabel(/Déplacer vers un créneau proposé/).check()
    await expectSound(page, 'a decision')
    await page.getByRole('button', { name: 'Enregistrer les changements' }).click()
    await expect(page.getByText(/déplacés : 1/)).toBeVisible()
    await visitor.reload()
    await expect(visitor.getByText(/6.h.30/).first()).toBeVisible()
  })

  await test.step('on a phone it is a list of days', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(`/equipe/maisons/${id}/permanences?semaine=${date}`)
    await expect(page.getByText(room).first()).toBeVisible()
    await expectSound(page, 'the calendar on a phone')
  })
  await visitor.context().close()
})

test('an event gets a workshop, is published, has its poster, and somebody books a place', async ({ page, browser }) => {
  test.setTimeout(240_000)
  await page.setViewportSize({ width: 1280, height: 900 })
  const { api, id } = await manager(page)
  const { contactRequired } = await api('GET', `/sites/${id}`)
  test.skip(contactRequired, 'This house asks for a contact.')
  const [date, title] = [dayIn(6), `Portes ouvertes ${Date.now() % 100_000}`]
  await page.goto('/equipe/evenements')
  await page.getByRole('button', { name: 'Nouvel événement' }).click()
  await page.getByLabel('Titre en français').fill(title)
  await page.getByLabel('Quelques mots en français').fill('Venez voir ce que la maison peut faire pour vous.')
  await page.getByLabel('Premier jour').fill(date)
  await page.getByLabel('Dernier jour').fill(date)
  await page.getByRole('button', { name: 'Créer l’événement' }).click()
  await expect(page.getByText(/L’événement est créé/)).toBeVisible()

  await page.getByRole('button', { name: 'Ajouter un atelier' }).click()
  await page.getByLabel('Nom de l’atelier').fill('Découvrir le compte famille')
  await page.getByLabel('Maison', { exact: true }).selectOption(id)
  await page.locator('#workshop-from').fill('19:00')
  await page.locator('#workshop-to').fill('20:00')
  await expectSound(page, 'a new workshop')
  await page.getByRole('button', { name: 'Ajouter l’atelier' }).click()
  await expect(page.getByText('Découvrir le compte famille est ajouté.')).toBeVisible()
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(page.getByText('L’événement est publié : tout le monde le voit.')).toBeVisible()
  const code = page.url().split('/').pop()

  const visitor = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await visitor.goto('/evenements')
  await expectSound(visitor, 'the events')
  await visitor.getByRole('link', { name: title }).click()
  await expect(visitor.getByText('Encore 12 places')).toBeVisible()
  await expectSound(visitor, 'an event')
  await visitor.getByRole('link', { name: /Réserver une place/ }).click()
  await expect(visitor.getByRole('heading', { level: 1, name: 'Pour qui est ce rendez-vous ?' })).toBeVisible()
  await nameIn(visitor)
  await visitor.goto(`/evenements/${code}`)
  await expect(visitor.getByText('Encore 11 places')).toBeVisible()

  await visitor.goto(`/evenements/${code}/affiche`)
  await expect(visitor.getByRole('img', { name: 'Code à scanner pour réserver une place' })).toBeVisible()
  await expectSound(visitor, 'the poster')
  expect(await sheetsOf(visitor, 'A4'), 'sheets').toBe(1)

  await page.reload()
  await expect(page.getByRole('row', { name: /Découvrir le compte famille/ }).getByRole('cell').nth(1)).toHaveText('1')
  await expectSound(page, 'the figures')
  await visitor.context().close()
})

test('of a weekly permanence one day is changed alone, and all days from another on; who had booked there keeps the hour', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  const { api, id } = await manager(page)
  const { items } = await api('GET', `/procedures?site=${id}`)
  const procedure = items.find((one: { durationMinutes: number }) => one.durationMinutes <= 20).id
  const first = weekdayFrom(14, 3)
  const [second, third, fourth] = [7, 14, 21].map((more) => plusDays(first, more)) as [string, string, string]
  const weekly = { siteId: id, procedures: [procedure], rrule: 'FREQ=WEEKLY;BYDAY=WE', firstDate: first, untilDate: fourth, from: '04:00', to: '05:00' }
  const permanence = await aPermanence(api, weekly)
  const visitor = { firstName: 'Odette', lastName: 'Essai', contactBy: 'none' }
  const { reference, start } = await permanence.book(api, third, visitor)

  const open = async (day: string, scope: RegExp, from: string, to: string) => {
    await page.goto(`/equipe/maisons/${id}/permanences/${permanence.id}?date=${day}`)
    await page.getByLabel(scope).check()
    await page.locator('#permanence-from').fill(from)
    await page.locator('#permanence-to').fill(to)
  }
  await test.step('only one day', async () => {
    await open(second, /^Seulement le/, '05:00', '06:00')
    await expectSound(page, 'a single day')
    await page.getByRole('button', { name: 'Enregistrer les changements' }).click()
    await expect(page.getByText('La permanence est modifiée.')).toBeVisible()
  })
  await test.step('a day and those after it: the booking gets a decision', async () => {
    await open(third, /toutes les séances suivantes/, '06:00', '07:00')
    await page.getByRole('button', { name: 'Décider pour 1 rendez-vous, puis enregistrer' }).click()
    await page.getByLabel(/^Garder à la même heure/).check()
    await page.getByRole('button', { name: 'Enregistrer les changements' }).click()
    await expect(page.getByText('Rendez-vous gardés : 1, déplacés : 0')).toBeVisible()
  })

  const hours = async (day: string) => {
    const all = (await api('GET', `/permanences?site=${id}&limit=100`)).items
    const mine = all.filter((one: { id: string; followsId?: string }) => one.id === permanence.id || one.followsId === permanence.id)
    const ofDay = (await api('GET', `/sites/${id}/sessions?from=${day}&to=${plusDays(day, 1)}`)).items
    return ofDay
      .filter((one: { permanenceId: string }) => mine.some((perm: { id: string }) => perm.id === one.permanenceId))
      .map((one: { start: string }) => one.start.slice(11, 16))
  }
  expect(await hours(first)).toEqual(['04:00'])
  expect(await hours(second)).toEqual(['05:00'])
  expect(await hours(third)).toContain('06:00')
  expect(await hours(fourth)).toEqual(['06:00'])
  const kept = await api('GET', `/bookings/${reference}`)
  expect([kept.status, kept.start]).toEqual(['booked', start])
})

test('a house and a permanence are followed at a secret address, until it is taken away', async ({ page }) => {
  const { id } = await manager(page)
  await page.goto(`/equipe/maisons/${id}/permanences`)
  await drawn(page)
  for (const name of ['Abonnement d’agenda de toute la maison', /^Abonnement d’agenda : /]) {
    await page.getByRole('button', { name }).first().click()
    await page.getByRole('button', { name: 'Créer une adresse' }).click()
    const url = new URL(await page.getByLabel('Adresse de l’abonnement').inputValue())
    await expectSound(page, 'a calendar to follow')
    const read = () => page.request.get(url.pathname)
    expect(await (await read()).text()).toContain('BEGIN:VCALENDAR')
    await page.getByRole('button', { name: 'Retirer' }).first().click()
    await page.getByRole('button', { name: /Appuyez encore/ }).click()
    await expect(page.getByText(/L’adresse est retirée/)).toBeVisible()
    expect((await read()).status()).toBe(404)
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click()
  }
})

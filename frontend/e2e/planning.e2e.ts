import { expect, type Page, test } from '@playwright/test'
import { expectSound } from './axe'
import { type AgentApi, agentApi, bearerOf, logIn } from './login'

/** The local day of Paris some days from now, as YYYY-MM-DD, and never a Sunday. */
function dayIn(days: number): string {
  const day = new Date(`${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date())}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  if (day.getUTCDay() === 0) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

async function manager(page: Page): Promise<{ api: AgentApi; id: string }> {
  await logIn(page, 'marc.normandie')
  const api = agentApi(page.request, await bearerOf(page))
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
    await visitor.getByRole('button', { name: /6 h$/ }).first().click()
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
  const pages = (await visitor.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(pages, 'one sheet').toHaveLength(1)

  await page.reload()
  await expect(page.getByRole('row', { name: /Découvrir le compte famille/ }).getByRole('cell').nth(1)).toHaveText('1')
  await expectSound(page, 'the figures')
  await visitor.context().close()
})

test('a house is followed at a secret address, until it is taken away', async ({ page }) => {
  const { id } = await manager(page)
  await page.goto(`/equipe/maisons/${id}/permanences`)
  await page.getByRole('button', { name: 'Abonnement d’agenda de toute la maison' }).click()
  await page.getByRole('button', { name: 'Créer une adresse' }).click()
  const url = new URL(await page.getByLabel('Adresse de l’abonnement').inputValue())
  await expectSound(page, 'a calendar to follow')
  const read = () => page.request.get(url.pathname)
  expect(await (await read()).text()).toContain('BEGIN:VCALENDAR')
  await page.getByRole('button', { name: 'Retirer' }).first().click()
  await page.getByRole('button', { name: /Appuyez encore/ }).click()
  await expect(page.getByText(/L’adresse est retirée/)).toBeVisible()
  expect((await read()).status()).toBe(404)
})

function mondayOf(day: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}

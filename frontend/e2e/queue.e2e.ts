import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectSound, expectSoundAtBoth } from './axe'
import { aHouse, atTheBoard, errandOf, MINE, nowIn, openSoon, openToday, type House, walkIn } from './house'
import { enter } from './login'
import { drawn } from './mail'
import { sheetsOf } from './paper'

const counter = (page: Page) => page.getByRole('region', { name: MINE })
const said = (page: Page) => page.locator('.done [role=status]')
const newest = (page: Page) => page.locator('.newest')

/** The browser's voice, which a machine without sound lacks: what it would say is kept on the page. */
async function listenTo(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const spoken: string[] = []
    const voice = {
      getVoices: () => [{ lang: 'fr-FR' }],
      cancel: () => undefined,
      speak: (said: SpeechSynthesisUtterance) => {
        spoken.push(said.text)
        setTimeout(() => said.onend?.(new Event('end') as SpeechSynthesisEvent))
      },
    }
    class Said {
      constructor(readonly text: string) {}
    }
    Object.assign(window, { spoken, SpeechSynthesisUtterance: Said })
    Object.defineProperty(window, 'speechSynthesis', { value: voice })
  })
  return () => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)
}

/** Waits by the twentieth of a second; an expectation would look again only after up to a whole one. */
const shows = (page: Page, where: string, words: string) =>
  page.waitForFunction((at) => document.querySelector(at[0])?.textContent?.includes(at[1]), [where, words] as const, { polling: 50 })

/** What this machine needs, just now, for these pages to ask the API once each: what is slow with that is not the product. */
async function roundTrip(house: House, pages: Page[]): Promise<number> {
  const before = Date.now()
  await Promise.all(pages.map((one) => one.evaluate((path) => fetch(path).then((answer) => answer.text()), `/api/v1/sites/${house.id}/board`)))
  return Date.now() - before
}

test.use({ viewport: { width: 1280, height: 800 } })

test('a call is on the screen, in the air and on the phone in under a second; a call again rings again', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  const tickets = [await walkIn(house), await walkIn(house, 1), await walkIn(house)]
  const wall = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage()
  const phone = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
  const asked: string[] = []
  for (const one of [wall, phone]) one.on('request', (sent) => asked.push(sent.url()))
  const spoken = await listenTo(wall)

  await atTheBoard(page, house)
  await wall.goto(`/ecran/${house.id}`)
  await wall.getByRole('button', { name: 'Appuyez ici pour activer le son' }).click()
  await expect(wall.getByText('3 personnes attendent')).toBeVisible()

  // The best of three calls, beyond what the machine needs for a bare request: screens without a stream would ask every 8 and 30 seconds.
  const called: string[] = []
  let slower = Infinity
  for (const { number, publicId } of tickets) {
    await phone.goto(`/numero/${publicId}`)
    await expect(phone.getByText('Vous êtes le prochain.')).toBeVisible()
    const before = Date.now()
    await page.keyboard.press('n')
    await Promise.all([shows(wall, '.newest', `${number}${MINE}`), shows(phone, 'main', 'C’est à vous !')])
    const took = Date.now() - before
    slower = Math.min(slower, took - (await roundTrip(house, [page, wall, phone])))
    called.push(`Numéro ${number[0]} ${Number(number.slice(1))}, ${MINE}`)
    if (slower < 1000) break
    await page.keyboard.press('s')
    await expect(counter(page)).toContainText('Reçu')
  }
  expect(slower, 'milliseconds until a call is on the screen and on the phone').toBeLessThan(1000)
  await expect.poll(spoken).toEqual(called)

  await page.keyboard.press('r')
  await expect(counter(page)).toContainText('2 appels')
  await expect.poll(spoken).toEqual([...called, called.at(-1)])
  expect(asked.filter((url) => /oidc|session/.test(url)), 'login code on public screens').toEqual([])
  await wall.context().close()
  await phone.context().close()
})

test('what is cut says since when, and comes back complete by itself', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openToday(house) // a closed house says so on its screens, and not how many wait
  const first = await walkIn(house)
  const second = await walkIn(house)
  await atTheBoard(page, house)
  const wall = await (await browser.newContext()).newPage()
  await wall.goto(`/ecran/${house.id}`)
  await expect(wall.getByText('2 personnes attendent')).toBeVisible()

  await wall.context().setOffline(true)
  await expect(wall.getByText(/Connexion perdue à \d+/)).toBeVisible()
  await page.keyboard.press('n')
  await expect(counter(page).locator('.number')).toHaveText(first.number)
  await page.keyboard.press('s')
  await expect(counter(page)).toContainText('Reçu')
  await page.keyboard.press('n')
  await expect(counter(page).locator('.number')).toHaveText(second.number)
  await expect(newest(wall)).toHaveCount(0)
  await wall.context().setOffline(false)
  await expect(newest(wall)).toHaveText(`${second.number}${MINE}`)
  await expect(wall.getByText(/Connexion perdue/)).toHaveCount(0)
  await expect(wall.getByText('0 personne attend')).toBeVisible()

  await page.context().setOffline(true)
  await expect(page.getByText(/Connexion perdue, dernière mise à jour à/)).toBeVisible()
  await page.context().setOffline(false)
  const third = await walkIn(house)
  await expect(page.getByText(/Connexion perdue/)).toHaveCount(0)
  await expect(page.getByRole('region', { name: '1 personne attend' })).toContainText(third.number)
  await wall.context().close()
})

test('a clerk’s day with the keyboard alone', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openToday(house)
  const name = `Mammouth${String(Date.now()).slice(-6)}` // as wide as a word may be that must not break at 320 pixels
  await atTheBoard(page, house)
  const words = errandOf(house).title.fr

  await test.step('books for somebody on the phone, without e-mail, in under 30 seconds', async () => {
    const before = Date.now()
    await page.keyboard.press('b')
    await expect(page.locator('#phone-procedure')).toBeFocused()
    await page.keyboard.type(words)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await expect(page.locator('.time:focus')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Prénom')).toBeFocused()
    await page.keyboard.type('Paulette')
    await page.keyboard.press('Tab')
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'C’est noté' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'À dire à la personne' })).toContainText(/papier/i)
    expect(Date.now() - before).toBeLessThan(30_000)
    await expectSound(page, 'a booking by phone')
    await page.keyboard.press('Escape')
    await expect(counter(page)).toBeVisible()
  })

  await test.step('registers the arrival by name', async () => {
    await expect(page.getByText(`Paulette ${name}`)).toBeVisible()
    await page.keyboard.press('/')
    await expect(page.locator('#search')).toBeFocused()
    await page.keyboard.type(name)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await expect(said(page)).toHaveText(new RegExp(`Paulette ${name} est là : R\\d+`))
  })

  await test.step('gives a number to a walk-in', async () => {
    await page.keyboard.press('t')
    await expect(page.locator('#errand')).toBeFocused()
    await page.keyboard.type(words)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Numéro donné' })).toBeVisible()
    await expectSound(page, 'a number')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('region', { name: '2 personnes attendent' })).toBeVisible()
  })

  await test.step('next, start, finish and next, undo, finish', async () => {
    await page.keyboard.press('n')
    await expect(counter(page)).toContainText('Appelé')
    await page.keyboard.press('s')
    await expect(counter(page)).toContainText('Reçu')
    const first = (await counter(page).locator('.number').innerText()).trim()
    await page.keyboard.press('n')
    await expect(counter(page)).toContainText('Appelé')
    await page.keyboard.press('u')
    await expect(said(page)).toHaveText(/^Annulé : /)
    await expect(counter(page)).toContainText('Le guichet est libre.')
    await page.keyboard.press('u')
    await expect(counter(page).locator('.number')).toHaveText(first)
    await expect(counter(page)).toContainText('Reçu')
    await page.keyboard.press('f')
    await expect(counter(page)).toContainText('Le guichet est libre.')
    await expect(page.getByRole('region', { name: 'La visite qui vient de finir' })).toContainText(`${first} : qu’est-ce qui a été fait ?`)
    await expectSoundAtBoth(page, 'the end of a visit')
  })

  await test.step('says with one key that it is done, and takes it back', async () => {
    await page.keyboard.press('v')
    await expect(said(page)).toHaveText(/^Visite R\d+ notée : Réglé\.$/)
    await page.keyboard.press('u')
    await expect(said(page)).toHaveText(/^Annulé : Visite R\d+ notée/)
  })

  await test.step('says more of it: a note with a card number is not kept', async () => {
    await page.getByRole('region', { name: 'La visite qui vient de finir' }).getByRole('button', { name: /Plus de détails/ }).click()
    const dialog = page.getByRole('dialog', { name: /^La visite R/ })
    await dialog.getByLabel('Note', { exact: true }).fill('Carte 4970 1000 0000 0154')
    await expect(dialog.getByRole('alert')).toHaveText('Ce texte contient un numéro de carte : retirez-le.')
    await expectSoundAtBoth(page, 'all that may be said of a visit')
    await dialog.getByLabel('Note', { exact: true }).fill('Revient lundi')
    await dialog.getByRole('radio', { name: 'À poursuivre' }).check()
    await dialog.getByRole('button', { name: 'Noter la visite' }).click()
    await expect(said(page)).toHaveText(/^Visite R\d+ notée : À poursuivre\.$/)
  })

  await test.step('corrects it later, found by the name', async () => {
    await page.locator('#search').fill(name)
    await page.getByRole('option').first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Corriger la visite' }).click()
    const dialog = page.getByRole('dialog', { name: /^La visite R/ })
    await expect(dialog.getByRole('listitem').first()).toContainText(/noté le .* par /)
    await expect(dialog.getByLabel('Note', { exact: true })).toHaveValue('Revient lundi')
    await expectSoundAtBoth(page, 'the correction of a visit')
    await dialog.getByRole('radio', { name: 'Sait faire seul(e)' }).check()
    await dialog.getByRole('button', { name: 'Enregistrer la correction' }).click()
    await expect(said(page)).toHaveText(/^Visite R\d+ corrigée : Sait faire seul\(e\)\.$/)
  })

  await test.step('counts a call, and takes it back', async () => {
    await page.keyboard.press('e')
    await expect(said(page)).toHaveText(/compté/)
    await page.keyboard.press('u')
    await expect(said(page)).toHaveText(/^Annulé : /)
  })

  await test.step('finds the keys, and turns them off', async () => {
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Raccourcis du clavier' })
    await expect(list).toBeVisible()
    await expectSound(page, 'the keys')
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
  })
})

test('a line of the paper sheet is entered with its real times', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await page.goto(`/equipe/maisons/${house.id}/saisie`)
  await page.getByLabel('Démarche').selectOption({ index: 1 })
  await page.getByLabel('Heure d’arrivée').fill('00:00')
  await page.getByLabel('Résultat').selectOption('left')
  await page.getByRole('button', { name: 'Enregistrer la ligne' }).click()
  await expect(page.getByText(/^Enregistré : A\d+\.$/)).toBeVisible()
})

test('somebody who is here gets a free slot of today, booked and arrived at once', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openToday(house)
  await atTheBoard(page, house)
  await page.keyboard.press('c')
  await expect(page.locator('#phone-procedure')).toBeFocused()
  await page.keyboard.type(errandOf(house).title.fr)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await expect(page.locator('.time:focus')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Luc')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Présent')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /Son numéro : R\d+/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: '1 personne attend' })).toContainText('Luc Présent')
})

test('a kiosk opens with its key, gives a number, and stops when the key is taken away', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openToday(house)
  const manager = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await enter(manager, 'admin.reseau')
  await manager.goto(`/equipe/maisons/${house.id}/reglages`)
  const device = `Borne ${Date.now()}`
  await manager.getByLabel('Nom de la borne').fill(device)
  await manager.getByLabel('Cette borne a une imprimante').uncheck()
  await manager.getByRole('button', { name: 'Ajouter une borne' }).click()
  const address = await manager.locator('code').innerText()
  await expectSound(manager, 'counters and devices')

  const kiosk = await (await browser.newContext({ viewport: { width: 1080, height: 1920 } })).newPage()
  await kiosk.goto(address)
  await expect(kiosk.getByRole('button', { name: 'J’ai rendez-vous' })).toBeVisible()
  expect(kiosk.url()).not.toContain('cle=')
  await expectSound(kiosk, 'the kiosk')
  await kiosk.getByRole('button', { name: 'Je viens sans rendez-vous' }).click()
  // First with whom, where there are several, then what for.
  const tile = kiosk.locator('.tiles li .tile').first()
  const priority = kiosk.getByRole('button', { name: 'Non, je peux attendre' })
  await expect(tile).toBeVisible()
  for (let questions = 0; questions < 2 && !(await priority.isVisible()); questions++) {
    const words = await tile.innerText()
    await tile.click()
    await expect(priority.or(tile.filter({ hasNotText: words }))).toBeVisible()
  }
  await expectSound(kiosk, 'the kiosk asks about priority')
  await kiosk.getByRole('button', { name: 'Non, je peux attendre' }).click()
  await expect(kiosk.locator('.receipt .number')).toHaveText(/^A\d+$/)
  await expectSound(kiosk, 'the kiosk gives a number')

  await manager.getByRole('button', { name: `Retirer ${device}` }).click()
  await manager.getByRole('dialog').getByRole('button', { name: `Retirer ${device}` }).click()
  await expect(manager.getByText(`${device} est retirée.`)).toBeVisible()
  await kiosk.getByRole('button', { name: 'Terminé' }).click()
  await kiosk.getByRole('button', { name: 'J’ai rendez-vous' }).click()
  await expectSound(kiosk, 'the kiosk’s keyboard')
  for (const letter of 'ZZZZ9999') await kiosk.getByRole('button', { name: letter, exact: true }).click()
  await kiosk.getByRole('button', { name: 'Valider' }).click()
  await expect(kiosk.getByRole('heading', { name: 'Cette borne n’est plus autorisée' })).toBeVisible()
  await manager.context().close()
  await kiosk.context().close()
})

test('a kiosk fills its screen, lying or upright, and helps whoever does not know', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openToday(house) // a closed house says so on its screens, and not how many wait
  const { id, key } = await house.admin('POST', `/sites/${house.id}/devices`, { name: `Borne ${Date.now()}` })
  const kiosk = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
  /** How much of the width and of the height lies between the outermost things to press. */
  const spread = () =>
    kiosk.evaluate(() => {
      const boxes = [...document.querySelectorAll('.kiosk button')].map((one) => one.getBoundingClientRect())
      const [left, right] = [Math.min(...boxes.map((one) => one.left)), Math.max(...boxes.map((one) => one.right))]
      const [top, bottom] = [Math.min(...boxes.map((one) => one.top)), Math.max(...boxes.map((one) => one.bottom))]
      return { wide: (right - left) / innerWidth, high: (bottom - top) / innerHeight, over: document.documentElement.scrollHeight - innerHeight }
    })
  for (const [width, height] of [[1920, 1080], [1080, 1920], [1024, 768]] as const) {
    await kiosk.setViewportSize({ width, height })
    await kiosk.goto('about:blank')
    await kiosk.goto(`/borne/${house.id}#cle=${key}&papier=non`)
    await expect(kiosk.getByText('I have an appointment')).toBeVisible()
    const fills = async (step: string) => {
      const { wide, high, over } = await spread()
      expect(wide, `${step}, ${width} × ${height}: width`).toBeGreaterThan(0.9)
      expect(high, `${step}, ${width} × ${height}: height`).toBeGreaterThan(0.8)
      expect(over, `${step}, ${width} × ${height}: no scrolling`).toBeLessThanOrEqual(0)
    }
    await fills('the start')
    await kiosk.getByRole('button', { name: 'J’ai rendez-vous' }).click()
    for (const letter of 'ZZZZ9999') await kiosk.getByRole('button', { name: letter, exact: true }).click()
    await kiosk.getByRole('button', { name: 'Valider' }).click()
    await expect(kiosk.getByRole('alert')).toContainText('Nous n’avons pas trouvé')
    await expect(kiosk.getByRole('button', { name: 'Valider' })).toBeInViewport({ ratio: 1 })
    await fills('the keyboard with an error')
    await kiosk.getByRole('button', { name: 'English' }).click()
    await expect(kiosk.getByRole('heading', { name: 'Type the reference' })).toBeVisible()
    await fills('the keyboard in English')
    await kiosk.getByRole('button', { name: 'Start again' }).click()
    await kiosk.getByRole('button', { name: 'Je viens sans rendez-vous' }).click()
    await kiosk.getByRole('button', { name: 'Je ne sais pas' }).click()
    await fills('the question about priority')
    await kiosk.getByRole('button', { name: 'Non, je peux attendre' }).click()
    await expect(kiosk.locator('.receipt .number')).toHaveText(/^A\d+$/)
    await expect(kiosk.getByRole('button', { name: 'Terminé' })).toBeInViewport({ ratio: 1 })
  }
  const { waiting } = await house.clerk('GET', `/sites/${house.id}/queue`)
  expect(waiting.map(({ procedure }: { procedure: { title: { fr: string } } }) => procedure.title.fr)).toEqual(Array(3).fill('Être orienté par l’accueil'))
  await house.admin('DELETE', `/devices/${id}`)
  await kiosk.context().close()
})

test('the paper of the day is one A4 page', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  const { day: date } = await nowIn(house)
  await page.goto(`/equipe/maisons/${house.id}/feuille?date=${date}`)
  await expect(page.getByRole('table').first()).toBeVisible()

  // A full day: twenty appointments with long names.
  const agenda = await house.clerk('GET', `/sites/${house.id}/agenda?date=${date}`)
  const procedure = { ...house.procedures[0], code: 'x' }
  const booking = (at: number) => ({
    reference: `AAAA-${1000 + at}`, status: 'booked', start: agenda.sessions[0]?.start ?? `${date}T09:00:00+01:00`, end: `${date}T09:30:00+01:00`,
    firstName: 'Marie-Madeleine', lastName: 'Lefèvre-Beauchamp', phone: '+33231000000', procedure, late: false,
  })
  const session = {
    id: 'x', permanenceId: 'x', start: `${date}T09:00:00+01:00`, end: `${date}T17:00:00+01:00`, mode: 'both', state: 'planned', withdrawn: false,
    capacity: 1, bookings: Array.from({ length: 20 }, (_, at) => booking(at)),
  }
  await page.route('**/agenda*', (route) => route.fulfill({ json: { ...agenda, sessions: [session], untold: [] } }))
  await page.reload()
  await expect(page.getByText('Lefèvre-Beauchamp').last()).toBeVisible()
  expect(await sheetsOf(page)).toBe(1)
})

/** The buttons of a part that are outside the window (unless one may scroll to them) or under something else. */
const covered = (part: Locator, scroll = false) =>
  part.getByRole('button').evaluateAll((all, mayScroll) => {
    const free = (one: Element) => {
      if (mayScroll) one.scrollIntoView({ block: 'center' })
      const { x, y, width, height, bottom } = one.getBoundingClientRect()
      return bottom <= innerHeight && one.contains(document.elementFromPoint(x + width / 2, y + height / 2))
    }
    return all.filter((one) => !free(one)).map(({ textContent }) => textContent)
  }, scroll)

test('eight who wait and all actions are in the window, and undo covers none of them; on a phone the queue comes first', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  await openToday(house) // a closed house says so on its screens, and not how many wait
  for (let at = 0; at < 12; at++) await walkIn(house, at % 2)
  await page.setViewportSize({ width: 1366, height: 768 })
  await atTheBoard(page, house)
  const queue = page.getByRole('region', { name: /attendent$/ })
  const rows = queue.getByRole('listitem')
  const shown = () => rows.evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().bottom <= innerHeight).length)
  await expect(rows).toHaveCount(12)
  expect(await shown()).toBeGreaterThanOrEqual(8)
  for (const [key, state] of [['n', 'Appelé'], ['s', 'Reçu']] as const) {
    const top = (await rows.first().boundingBox())!.y
    await page.keyboard.press(key)
    await expect(counter(page)).toContainText(state)
    await expect(said(page)).not.toBeEmpty()
    expect(await covered(counter(page)), state).toEqual([])
    expect(await shown()).toBeGreaterThanOrEqual(8)
    expect((await rows.first().boundingBox())!.y, 'nothing moves').toBe(top)
  }
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await shown()).toBeGreaterThanOrEqual(1)
  expect(await covered(queue, true)).toEqual([])
  expect(await covered(counter(page), true)).toEqual([])
  await expect(page.locator('.for-keys:visible')).toHaveCount(0)
})

test('every screen of the queue is sound on a wide and on a small screen', async ({ browser, page, request }) => {
  test.setTimeout(180_000)
  const house = await aHouse(browser, request, page)
  await openSoon(house)
  const { publicId } = await walkIn(house)
  await walkIn(house, 1)
  await atTheBoard(page, house)
  await page.keyboard.press('n')
  await expect(counter(page)).toContainText('Appelé')
  await expectSoundAtBoth(page, 'the board')
  await page.getByRole('button', { name: /^Actions pour A/ }).first().click()
  await expectSoundAtBoth(page, 'a person on the board')
  const at = `/equipe/maisons/${house.id}`
  const paths = [`${at}/rendez-vous`, `${at}/feuille`, `${at}/saisie`, `${at}/visites`, `${at}/reglages`, `/numero/${publicId}`, '/numero/nothing', `/ecran/${house.id}`, `/borne/${house.id}`, `/maisons/${house.id}`]
  for (const path of paths) {
    await page.goto(path)
    await drawn(page)
    await expectSoundAtBoth(page, path)
  }
})

test('enlarged to 200 %, no screen of the queue is wider than the window', async ({ browser, page, request }) => {
  const house = await aHouse(browser, request, page)
  const { publicId } = await walkIn(house)
  await page.setViewportSize({ width: 640, height: 400 })
  const at = `/equipe/maisons/${house.id}`
  for (const path of [at, `${at}/rendez-vous`, `${at}/saisie`, `/numero/${publicId}`]) {
    await page.goto(path)
    await expect(page.locator('.ghost')).toHaveCount(0)
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(over, path).toBeLessThanOrEqual(0)
  }
})

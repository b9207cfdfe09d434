import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { expectSoundAtBoth } from './axe'
import { type AgentApi, agentApi, bearerOf, enter } from './login'

/** A house of the demo in which no other test is: it may be closed now. */
const AWAY = '14110'

interface Away {
  id: string
  admin: AgentApi
  procedureId: string
}

async function aHouseAway(browser: Browser, request: APIRequestContext): Promise<Away> {
  const admin = agentApi(request, await bearerOf(browser, request, 'admin.reseau'))
  const { items } = await (await request.get(`/api/v1/sites?near=${AWAY}&limit=1`)).json()
  const { id } = items[0]
  const [counter = await admin('POST', `/sites/${id}/counters`, { name: 'Guichet 1', serves: 'all', procedureIds: [] })] = (await admin('GET', `/sites/${id}/counters`)).items
  await admin('POST', `/counters/${counter.id}/open`)
  return { id, admin, procedureId: (await admin('GET', `/procedures?site=${id}`)).items[0].id }
}

/** Local, as the API has them: a minute ago, and tomorrow at midnight. */
async function closeNow({ id, admin }: Away): Promise<string> {
  const { now } = await admin('GET', `/sites/${id}/queue`)
  const local = (at: number) => new Date(at + (Date.parse(`${now.slice(0, 19)}Z`) - Date.parse(now))).toISOString().slice(0, 19)
  return (await admin('POST', `/sites/${id}/closures`, { from: local(Date.parse(now) - 60_000), to: local(Date.parse(now) + 26 * 3_600_000), reason: 'Panne de chauffage' })).id
}

const CLOSED = /La maison est fermée\. Elle ouvre /
/** The line of the head, and the notice below that says what to do. */
const head = (page: Page) => page.locator('.when .closed')

test('a house that is closed now says so on its board, its wall and its kiosk, and gives no numbers; opened again, it says nothing of it', async ({ browser, page, request }) => {
  const house = await aHouseAway(browser, request)
  const { id, admin, procedureId } = house
  const { number } = await admin('POST', `/sites/${id}/tickets`, { procedureId, reason: 'Essai' })
  const device = await admin('POST', `/sites/${id}/devices`, { name: `Borne ${Date.now()}` })
  await enter(page, 'admin.reseau')
  await page.goto(`/equipe/maisons/${id}`)
  await expect(page.getByText('en direct')).toBeVisible()
  const closure = await closeNow(house)
  const kiosk = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 1080, height: 1920 } })).newPage()
  try {
    await test.step('the board, by itself, with what to do about who waits', async () => {
      await expect(head(page)).toHaveText(CLOSED)
      await expect(head(page)).toBeInViewport({ ratio: 1 })
      await expect(page.getByRole('status').filter({ hasText: CLOSED })).toContainText(/personnes? attend/)
      await expectSoundAtBoth(page, 'the board of a closed house')
      await page.getByRole('button', { name: 'Tout le monde est parti' }).click()
      await expect(page.getByText(number, { exact: true })).toHaveCount(0)
      await page.getByRole('button', { name: 'Fermer tous les guichets' }).click()
      await expect(page.getByText('Tous les guichets sont fermés.')).toBeVisible()
      await expect(head(page)).toHaveText(CLOSED)
    })
    await test.step('the wall', async () => {
      await kiosk.goto(`/ecran/${id}`)
      await expect(kiosk.getByText(CLOSED).first()).toBeVisible()
    })
    await test.step('the kiosk, lying and upright: a notice in both languages, and nothing to press', async () => {
      await kiosk.goto(`/borne/${id}#cle=${device.key}&papier=non`)
      const notice = kiosk.getByRole('status').filter({ hasText: CLOSED })
      for (const [width, height] of [[1080, 1920], [1024, 768]] as const) {
        await kiosk.setViewportSize({ width, height })
        await expect(notice).toBeInViewport({ ratio: 1 })
        await expect(notice).toContainText('The house is closed.')
        await expect(kiosk.getByRole('button', { name: 'Je viens sans rendez-vous' })).toHaveCount(0)
      }
      await expectSoundAtBoth(kiosk, 'the kiosk of a closed house')
    })
    const refused = await request.post(`/api/v1/sites/${id}/tickets`, { data: { procedureId }, headers: { 'Device-Key': device.key, 'Idempotency-Key': crypto.randomUUID() } })
    expect([refused.status(), (await refused.json()).type]).toEqual([409, '/problems/not-open'])
  } finally {
    await admin('DELETE', `/sites/${id}/closures/${closure}`)
    await admin('DELETE', `/devices/${device.id}`)
  }
  // Whatever the hour, the closure is no longer the reason.
  const { opensAt, open } = await admin('GET', `/sites/${id}/queue`)
  if (open) await expect(head(page)).toHaveCount(0)
  else await expect(head(page)).toContainText(new RegExp(`${Number(opensAt.slice(11, 13))}.h`))
  await kiosk.context().close()
})

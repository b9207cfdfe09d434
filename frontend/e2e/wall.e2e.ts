import { expect, type Page, test } from '@playwright/test'
import { anOffer } from './api'

const LONG = 'Bureau France Travail (ex-Pôle emploi)'

interface Wanted {
  calls: number
  notices: number
}

/** As many calls as are wanted, some at a counter with a long name, and what else a bad day says below them. */
async function showing(page: Page, wanted: Wanted): Promise<void> {
  await page.route('**/board/stream', (route) => route.abort())
  await page.route(/\/sites\/\w+\/board$/, async (route) => {
    const board = await (await route.fetch()).json()
    const calls = Array.from({ length: wanted.calls }, (_, at) => ({ seq: 1000 - at, number: `A${101 + at}`, counter: at % 3 ? `Guichet ${at + 1}` : LONG, counterId: `${at}`, at: board.now, again: false }))
    const notice = { start: board.now, end: board.now, cancelled: true, closed: false, reason: 'Agent absent' }
    await route.fulfill({ json: { ...board, open: true, waiting: 9, calls, stranded: ['A001'], notices: Array(wanted.notices).fill(notice) } })
  })
}

/** What of the wall is not wholly in the window, or lies over something else of it. */
const hidden = (page: Page) =>
  page.evaluate(() => {
    const box = (one: Element) => one.getBoundingClientRect()
    const parts = [...document.querySelectorAll('.number, .small, .counter, .where')]
    const foot = box(document.querySelector('footer')!)
    const bad = parts.filter((one) => {
      const { top, bottom, left, right, height } = box(one)
      const shell = box(one.closest('li, .call')!)
      return height < 10 || left < 0 || right > innerWidth || bottom > foot.top + 1 || top < shell.top - 1 || bottom > shell.bottom + 1
    })
    return [...bad.map(({ textContent }) => textContent), ...(foot.bottom > innerHeight ? ['the foot'] : [])]
  })

test('the wall shows who is called now, however many, with all that stands below, and nobody scrolls it', async ({ page, request }) => {
  const { site } = await anOffer(request)
  const wanted = { calls: 0, notices: 0 }
  await showing(page, wanted)
  for (const [width, height] of [[1280, 720], [1920, 1080], [1080, 1920]] as const) {
    await page.setViewportSize({ width, height })
    for (const calls of [1, 3, 10, 20]) {
      for (const notices of [0, 3]) {
        await page.goto('about:blank')
        Object.assign(wanted, { calls, notices })
        await page.goto(`/ecran/${site.id}`)
        await expect(page.locator('.number, .small')).toHaveCount(calls)
        expect(await hidden(page), `${calls} calls and ${notices} notices, ${width} × ${height}`).toEqual([])
      }
    }
  }
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

type Axe = { run: (context: Document, options: RunOptions) => Promise<AxeResults> }
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** axe with all its rules, colours included, finds nothing on what is shown now; and nothing is wider than the screen. */
export async function expectSound(page: Page, what: string): Promise<void> {
  // A page comes in parts of its own: until its heading is there, nothing is shown that could be looked at.
  await page.locator('h1').first().waitFor({ state: 'attached' })
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe }
    // The frames of letters run no script, axe's neither: it would only wait for their answer.
    const { violations } = await axe.run(document, { resultTypes: ['violations'], iframes: false })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
  expect(found, what).toEqual([])
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(over, `${what}: wider than the screen`).toBeLessThanOrEqual(0)
  // Only on a phone may one have to slide a table to see its last column.
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('table')].filter(({ parentElement: box }) => innerWidth >= 1280 && box!.scrollWidth > box!.clientWidth).map(({ innerText }) => innerText.slice(0, 60)),
  )
  expect(cut, `${what}: a table is cut`).toEqual([])
  const broken = await page.evaluate(brokenWords)
  expect(broken, `${what}: a word is broken: ${broken.join(' | ')}`).toEqual([])
}

/** Texts with more lines than they have words: a column is so narrow that letters stand below each other. Long addresses may break. */
function brokenWords(): string[] {
  const found: string[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const words = text.nodeValue!.trim().split(/[\s\u00ad/–-]+/)
    const { hyphens } = getComputedStyle(text.parentElement!)
    if (!words[0] || hyphens === 'auto' || words.some((word) => word.length > 14)) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top)))
    if (lines.size > words.length) found.push(text.nodeValue!.trim().slice(0, 40))
  }
  return found
}

/** The same on a wide screen and on the smallest phone; the page stays as narrow as that. */
export async function expectSoundAtBoth(page: Page, what: string): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 844 })
    await expectSound(page, `${what} at ${width} pixels`)
  }
}

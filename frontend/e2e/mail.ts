import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { plusDays, today } from './days'
import { errandOf, type House } from './house'

/** What the machine under test kept instead of sending it. */
export interface Kept {
  id: string
  kind: string
  channel: string
  subject?: string
  text: string
  html?: string
  link?: string
  calendar?: string
}

/** A mailbox that nobody else uses. */
export const anAddress = () => `e2e-${randomUUID().slice(0, 8)}@exemple.fr`

export async function keptFor(request: APIRequestContext, to: string): Promise<Kept[]> {
  const answer = await request.get('/api/v1/local-outbox')
  expect(answer.status(), 'the local outbox answers').toBe(200)
  return (await answer.json()).items.filter((one: { to: string }) => one.to === to)
}

/** Waits until a message of this kind has come, and gives it. */
export async function awaitKept(request: APIRequestContext, to: string, kind: string): Promise<Kept> {
  const found = async () => (await keptFor(request, to)).find((one) => one.kind === kind)
  await expect.poll(async () => Boolean(await found()), { message: `${kind} for ${to}` }).toBe(true)
  return (await found())!
}

/** Booked by the clerk for somebody who is not there: any slot of today or later that is free. */
export async function bookInHouse(house: House, visitor: object): Promise<{ reference: string; secret: string; start: string; slotId: string }> {
  const procedure = errandOf(house)
  const { items } = await house.clerk('GET', `/slots?site=${house.id}&procedure=${procedure.id}&limit=60`)
  for (const slot of [...items].reverse()) {
    const made = await house.clerk('POST', '/bookings', { slotId: slot.id, procedureId: procedure.id, visitor }).catch(() => null)
    if (made) return { ...made, slotId: slot.id }
  }
  throw new Error('No slot of the house could be booked')
}

/** The same on the nth day, not before the day after tomorrow, that has a free slot. */
export async function bookLater(house: House, nthDay: number, visitor: object): Promise<{ reference: string; secret: string; start: string }> {
  const procedure = errandOf(house)
  const { items } = await house.clerk('GET', `/slots?site=${house.id}&procedure=${procedure.id}&from=${plusDays(today(), 2)}&limit=100`)
  const days = [...new Set<string>(items.map(({ start }: { start: string }) => start.slice(0, 10)))]
  for (const slot of items.filter(({ start }: { start: string }) => start.startsWith(days[nthDay - 1]!))) {
    const made = await house.clerk('POST', '/bookings', { slotId: slot.id, procedureId: procedure.id, visitor }).catch(() => null)
    if (made) return made
  }
  throw new Error('No slot of the house could be booked')
}

/** Changes a house's message settings as another manager would. */
export async function changeSettings(request: APIRequestContext, siteId: string, bearer: string, change: object): Promise<void> {
  const at = `/api/v1/sites/${siteId}/message-settings`
  const headers = { Authorization: `Bearer ${bearer}` }
  const read = await request.get(at, { headers })
  const data = { ...(await read.json()), ...change }
  const saved = await request.put(at, { data, headers: { ...headers, 'If-Match': read.headers().etag! } })
  expect(saved.status(), await saved.text()).toBe(200)
}

/** Everything of a page is there and drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('main h1:not(:has-text("Un instant"))').first().waitFor()
  await expect(page.locator('.ghost')).toHaveCount(0)
}

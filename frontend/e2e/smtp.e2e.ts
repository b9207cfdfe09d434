import { expect, test } from '@playwright/test'
import { anOffer } from './api'
import { CalendarProgram } from './khal'
import { anAddress } from './mail'
import { awaitMail, type Received } from './mailbox'
import { bookOnline, cancelOnline, moveOnline } from './online'

// With a real SMTP server and a real calendar program; ./test starts the one and installs the other.

test('a mail of the real SMTP server opens the booking, and its files are one event that comes, moves and is called off', async ({ page, request }) => {
  const agenda = new CalendarProgram()
  const to = anAddress()
  const reference = await bookOnline(page, await anOffer(request), to)
  await expect(page.getByRole('link', { name: 'Voir les messages gardés ici' }), 'nothing is kept here').toHaveCount(0)

  const confirmation = await awaitMail(request, to, 1)
  const link = confirmation.links.find((one) => one.includes('/rendez-vous/'))!
  expect(confirmation.text, 'the plain text has the same link').toContain(link)
  const opened = await page.context().newPage()
  await opened.goto(link)
  await expect(opened.locator('.reference')).toHaveText(`${reference.slice(0, 4)}-${reference.slice(4)}`)

  const secret = new URL(link).hash.slice(1)
  const start = async () => {
    const answer = await request.get(`/api/v1/bookings/${reference}`, { headers: { 'Booking-Secret': secret } })
    return ((await answer.json()).start as string).slice(0, 16).replace('T', ' ') // the house is in Paris' time
  }
  const noted = async ({ calendar }: Received, method: string, status: string) => {
    expect(calendar.method).toBe(method)
    agenda.import(calendar.content)
    const entries = agenda.entries(new Date().toISOString().slice(0, 10))
    expect(entries).toEqual([{ uid: expect.stringMatching(/.+/), start: await start(), status }])
    return entries[0]!
  }

  const first = await noted(confirmation, 'PUBLISH', 'CONFIRMED')
  await moveOnline(opened)
  const moved = await noted(await awaitMail(request, to, 2), 'PUBLISH', 'CONFIRMED')
  expect(moved.uid).toBe(first.uid)
  expect(moved.start, 'it has moved').not.toBe(first.start)
  await cancelOnline(opened)
  await noted(await awaitMail(request, to, 3), 'CANCEL', 'CANCELLED')
  agenda.remove()
})

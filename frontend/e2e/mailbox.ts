import { type APIRequestContext, expect } from '@playwright/test'
import PostalMime from 'postal-mime'

/** A mail as it came in at the SMTP server, read as a mail program reads it. */
export interface Received {
  subject: string
  text: string
  links: string[]
  calendar: { method: string; content: string }
}

/** Where the tests' SMTP server lets what it received be read; without it nothing goes out to read. */
const MAILBOX = process.env.MAILBOX_URL ?? ''

async function received(request: APIRequestContext, to: string): Promise<Received[]> {
  const answer = await request.get(`${MAILBOX}/api/user/${encodeURIComponent(to)}/messages/`)
  if (!answer.ok()) return [] // nobody has written to this address yet
  const mails: { mimeMessage: string }[] = await answer.json()
  return Promise.all(mails.map(({ mimeMessage }) => read(mimeMessage)))
}

async function read(raw: string): Promise<Received> {
  // The server gives the bytes of a mail as letters, one each.
  const mail = await PostalMime.parse(Buffer.from(raw, 'latin1'), { attachmentEncoding: 'utf8' })
  const file = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
  return {
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    links: [...(mail.html ?? '').matchAll(/href="([^"]+)"/g)].map(([, link]) => link!.replaceAll('&amp;', '&')),
    calendar: { method: file?.method ?? '', content: String(file?.content ?? '') },
  }
}

/** Waits until so many mails have come to this address, and gives the last. */
export async function awaitMail(request: APIRequestContext, to: string, number: number): Promise<Received> {
  const mails = () => received(request, to)
  await expect.poll(async () => (await mails()).length, { message: `mails for ${to}` }).toBe(number)
  return (await mails()).at(-1)!
}

/** The newest mail to this address with that subject. */
export async function awaitMailAbout(request: APIRequestContext, to: string, subject: string): Promise<Received> {
  const about = async () => (await received(request, to)).filter((mail) => mail.subject === subject)
  await expect.poll(async () => (await about()).length, { message: `“${subject}” for ${to}` }).toBeGreaterThan(0)
  return (await about()).at(-1)!
}

import type { Tongue } from '@/time'
import type { desk } from './fr/desk'
import type { link } from './fr/link'
import type { message } from './fr/message'
import type { notice } from './fr/notice'
import type { partner } from './fr/partner'
import type { queue } from './fr/queue'
import type { reach } from './fr/reach'

export type BookKey =
  | keyof typeof desk
  | keyof typeof link
  | keyof typeof message
  | keyof typeof notice
  | keyof typeof partner
  | keyof typeof queue
  | keyof typeof reach
type Book = Partial<Record<BookKey, string>>

/** Words that only some pages need, so that the first page of the public does not carry them. */
const BOOKS = {
  /** The waiting room's screen, the kiosk and one's own number. */
  queue: {
    fr: async (): Promise<Book> => (await import('./fr/queue')).queue,
    en: async (): Promise<Book> => (await import('./en/queue')).queue,
  },
  /** The clerk's board and all that belongs to it. */
  desk: {
    fr: async (): Promise<Book> => (await import('./fr/desk')).desk,
    en: async (): Promise<Book> => (await import('./en/desk')).desk,
  },
  /** Messages and calls, for staff and on the machine that keeps its messages. */
  message: {
    fr: async (): Promise<Book> => (await import('./fr/message')).message,
    en: async (): Promise<Book> => (await import('./en/message')).message,
  },
  /** On one's own booking: how one is told of changes, and of earlier slots. */
  reach: {
    fr: async (): Promise<Book> => (await import('./fr/reach')).reach,
    en: async (): Promise<Book> => (await import('./en/reach')).reach,
  },
  /** Sessions and who comes to them, for partners' agents and staff; closures. */
  partner: {
    fr: async (): Promise<Book> => (await import('./fr/partner')).partner,
    en: async (): Promise<Book> => (await import('./en/partner')).partner,
  },
  /** The page that a link of a mail opens for a partner's agent. */
  link: {
    fr: async (): Promise<Book> => (await import('./fr/link')).link,
    en: async (): Promise<Book> => (await import('./en/link')).link,
  },
  /** Sessions that do not take place or begin late, said to the public. */
  notice: {
    fr: async (): Promise<Book> => (await import('./fr/notice')).notice,
    en: async (): Promise<Book> => (await import('./en/notice')).notice,
  },
}

export type BookName = keyof typeof BOOKS

export function readBook(name: BookName, tongue: Tongue): Promise<Book> {
  return BOOKS[name][tongue]()
}

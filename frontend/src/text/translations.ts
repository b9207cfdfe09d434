import type { Tongue } from '@/time'
import type { account } from './fr/account'
import type { booking } from './fr/booking'
import type { counter } from './fr/counter'
import type { embed } from './fr/embed'
import type { event } from './fr/event'
import type { feed } from './fr/feed'
import type { figures } from './fr/figures'
import type { imports } from './fr/imports'
import type { keeping } from './fr/keeping'
import type { legal } from './fr/legal'
import type { link } from './fr/link'
import type { message } from './fr/message'
import type { notice } from './fr/notice'
import type { partner } from './fr/partner'
import type { planning } from './fr/planning'
import type { queue } from './fr/queue'
import type { reach } from './fr/reach'
import type { reference } from './fr/reference'
import type { register } from './fr/register'
import type { report } from './fr/report'
import type { slip } from './fr/slip'
import type { stay } from './fr/stay'
import type { suspects } from './fr/suspects'
import type { systems } from './fr/systems'
import type { workshop } from './fr/workshop'

export type PartKey =
  | keyof typeof account
  | keyof typeof booking
  | keyof typeof counter
  | keyof typeof embed
  | keyof typeof event
  | keyof typeof feed
  | keyof typeof figures
  | keyof typeof imports
  | keyof typeof keeping
  | keyof typeof legal
  | keyof typeof link
  | keyof typeof message
  | keyof typeof notice
  | keyof typeof partner
  | keyof typeof planning
  | keyof typeof queue
  | keyof typeof reach
  | keyof typeof reference
  | keyof typeof register
  | keyof typeof report
  | keyof typeof slip
  | keyof typeof stay
  | keyof typeof suspects
  | keyof typeof systems
  | keyof typeof workshop
type Translations = Partial<Record<PartKey, string>>

/** Words that only some pages need, so that the first page of the public does not carry them. */
const PARTS = {
  /** Houses as they are kept: their form, their checklist, the network's table. */
  keeping: {
    fr: async (): Promise<Translations> => (await import('./fr/keeping')).keeping,
    en: async (): Promise<Translations> => (await import('./en/keeping')).keeping,
  },
  /** The door of the staff: every page behind the login. */
  account: {
    fr: async (): Promise<Translations> => (await import('./fr/account')).account,
    en: async (): Promise<Translations> => (await import('./en/account')).account,
  },
  /** A slot, who comes, and one's own booking; staff who book for somebody, and see it. */
  booking: {
    fr: async (): Promise<Translations> => (await import('./fr/booking')).booking,
    en: async (): Promise<Translations> => (await import('./en/booking')).booking,
  },
  /** The waiting room's screen, the kiosk and one's own number. */
  queue: {
    fr: async (): Promise<Translations> => (await import('./fr/queue')).queue,
    en: async (): Promise<Translations> => (await import('./en/queue')).queue,
  },
  /** The clerk's board and all that belongs to it. */
  counter: {
    fr: async (): Promise<Translations> => (await import('./fr/counter')).counter,
    en: async (): Promise<Translations> => (await import('./en/counter')).counter,
  },
  /** Messages and calls, for staff and on the machine that keeps its messages. */
  message: {
    fr: async (): Promise<Translations> => (await import('./fr/message')).message,
    en: async (): Promise<Translations> => (await import('./en/message')).message,
  },
  /** On one's own booking: how one is told of changes, and of earlier slots. */
  reach: {
    fr: async (): Promise<Translations> => (await import('./fr/reach')).reach,
    en: async (): Promise<Translations> => (await import('./en/reach')).reach,
  },
  /** Sessions and who comes to them, for partners' agents and staff; closures. */
  partner: {
    fr: async (): Promise<Translations> => (await import('./fr/partner')).partner,
    en: async (): Promise<Translations> => (await import('./en/partner')).partner,
  },
  /** The page that a link of a mail opens for a partner's agent. */
  link: {
    fr: async (): Promise<Translations> => (await import('./fr/link')).link,
    en: async (): Promise<Translations> => (await import('./en/link')).link,
  },
  /** Sessions that do not take place or begin late, said to the public. */
  notice: {
    fr: async (): Promise<Translations> => (await import('./fr/notice')).notice,
    en: async (): Promise<Translations> => (await import('./en/notice')).notice,
  },
  /** The manager's calendar and editor of permanences. */
  planning: {
    fr: async (): Promise<Translations> => (await import('./fr/planning')).planning,
    en: async (): Promise<Translations> => (await import('./en/planning')).planning,
  },
  /** The registers of the network and the national catalogue, for admins. */
  register: {
    fr: async (): Promise<Translations> => (await import('./fr/register')).register,
    en: async (): Promise<Translations> => (await import('./en/register')).register,
  },
  /** National files, for admins. */
  imports: {
    fr: async (): Promise<Translations> => (await import('./fr/imports')).imports,
    en: async (): Promise<Translations> => (await import('./en/imports')).imports,
  },
  /** Calendar subscriptions, for staff. */
  feed: {
    fr: async (): Promise<Translations> => (await import('./fr/feed')).feed,
    en: async (): Promise<Translations> => (await import('./en/feed')).feed,
  },
  /** What the law wants said. */
  legal: {
    fr: async (): Promise<Translations> => (await import('./fr/legal')).legal,
    en: async (): Promise<Translations> => (await import('./en/legal')).legal,
  },
  /** For integrators. */
  reference: {
    fr: async (): Promise<Translations> => (await import('./fr/reference')).reference,
    en: async (): Promise<Translations> => (await import('./en/reference')).reference,
  },
  /** Buttons, frames and posters for others, and what stands around a frame. */
  embed: {
    fr: async (): Promise<Translations> => (await import('./fr/embed')).embed,
    en: async (): Promise<Translations> => (await import('./en/embed')).embed,
  },
  /** Public pages of events, and their poster. */
  event: {
    fr: async (): Promise<Translations> => (await import('./fr/event')).event,
    en: async (): Promise<Translations> => (await import('./en/event')).event,
  },
  /** Other systems that use the API, for admins. */
  systems: {
    fr: async (): Promise<Translations> => (await import('./fr/systems')).systems,
    en: async (): Promise<Translations> => (await import('./en/systems')).systems,
  },
  /** Events as staff make them, and their figures. */
  workshop: {
    fr: async (): Promise<Translations> => (await import('./fr/workshop')).workshop,
    en: async (): Promise<Translations> => (await import('./en/workshop')).workshop,
  },
  /** What became of a house's sessions, in figures. */
  figures: {
    fr: async (): Promise<Translations> => (await import('./fr/figures')).figures,
    en: async (): Promise<Translations> => (await import('./en/figures')).figures,
  },
  /** Permanences alone, between two days. */
  report: {
    fr: async (): Promise<Translations> => (await import('./fr/report')).report,
    en: async (): Promise<Translations> => (await import('./en/report')).report,
  },
  /** An appointment that is opened by its paper. */
  slip: {
    fr: async (): Promise<Translations> => (await import('./fr/slip')).slip,
    en: async (): Promise<Translations> => (await import('./en/slip')).slip,
  },
  /** What a robot may have taken of a house, for its manager. */
  suspects: {
    fr: async (): Promise<Translations> => (await import('./fr/suspects')).suspects,
    en: async (): Promise<Translations> => (await import('./en/suspects')).suspects,
  },
  /** On the page of a house: who sits there when, and the next time it comes by. */
  stay: {
    fr: async (): Promise<Translations> => (await import('./fr/stay')).stay,
    en: async (): Promise<Translations> => (await import('./en/stay')).stay,
  },
}

export type PartName = keyof typeof PARTS

export function readTranslations(name: PartName, tongue: Tongue): Promise<Translations> {
  return PARTS[name][tongue]()
}

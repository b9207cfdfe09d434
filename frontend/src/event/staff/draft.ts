import type { EventForm, OpenEvent } from '@/api/events'
import { fold, t } from '@/text'
import type { FormError } from '@/ui'

export interface EventDraft {
  code: string
  titleFr: string
  titleEn: string
  summaryFr: string
  summaryEn: string
  firstDate: string
  lastDate: string
}

export const EVENT_FIELDS: Record<string, string> = {
  code: 'event-code', 'title.fr': 'event-titleFr', 'title.en': 'event-titleEn', 'summary.fr': 'event-summaryFr', 'summary.en': 'event-summaryEn',
  title: 'event-titleFr', summary: 'event-summaryFr', firstDate: 'event-firstDate', lastDate: 'event-lastDate',
}

export const emptyEvent = (day: string): EventDraft => ({ code: '', titleFr: '', titleEn: '', summaryFr: '', summaryEn: '', firstDate: day, lastDate: day })

/** A text in one language only is kept twice; it is shown once. */
const other = ({ fr, en }: { fr: string; en: string }) => (en === fr ? '' : en)

export function eventDraftOf({ code, title, summary, firstDate, lastDate }: OpenEvent): EventDraft {
  return { code, titleFr: title.fr, titleEn: other(title), summaryFr: summary.fr, summaryEn: other(summary), firstDate, lastDate }
}

/** A short address out of a title: "Portes ouvertes de novembre" is portes-ouvertes-de-novembre. */
export const codeFor = (title: string): string => fold(title).replace(/ /g, '-').slice(0, 60)

export function eventFormOf(draft: EventDraft, published: boolean): EventForm {
  const both = (fr: string, en: string) => ({ fr: fr.trim(), en: en.trim() || fr.trim() })
  return {
    code: draft.code.trim() || codeFor(draft.titleFr), title: both(draft.titleFr, draft.titleEn), summary: both(draft.summaryFr, draft.summaryEn),
    firstDate: draft.firstDate, lastDate: draft.lastDate, published,
  }
}

export function eventComplaints(draft: EventDraft): FormError[] {
  const found: FormError[] = []
  const wrong = (field: string, message: string) => found.push({ id: `event-${field}`, message })
  if (!draft.titleFr.trim()) wrong('titleFr', t('myEvent.error.title'))
  if (!draft.summaryFr.trim()) wrong('summaryFr', t('myEvent.error.summary'))
  if (!draft.firstDate || !draft.lastDate || draft.lastDate < draft.firstDate) wrong('lastDate', t('myEvent.error.dates'))
  if (draft.code.trim() && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(draft.code.trim())) wrong('code', t('myEvent.error.code'))
  return found
}

import type { EventForm, OpenEvent } from '@/api/events'
import { type Key, t } from '@/text'
import type { FormError } from '@/ui'

export interface EventDraft {
  titleFr: string
  titleEn: string
  summaryFr: string
  summaryEn: string
  firstDate: string
  lastDate: string
}

export const EVENT_FIELDS: Record<string, string> = {
  'title.fr': 'event-titleFr', 'title.en': 'event-titleEn', 'summary.fr': 'event-summaryFr', 'summary.en': 'event-summaryEn',
  title: 'event-titleFr', summary: 'event-summaryFr', firstDate: 'event-firstDate', lastDate: 'event-lastDate',
}

const LABELS: Record<keyof EventDraft, Key> = {
  titleFr: 'myEvent.titleFr', titleEn: 'myEvent.titleEn', summaryFr: 'myEvent.summaryFr', summaryEn: 'myEvent.summaryEn', firstDate: 'myEvent.first', lastDate: 'myEvent.last',
}
export const eventLabel = (name: string): string => t(LABELS[name as keyof EventDraft])

export const emptyEvent = (day: string): EventDraft => ({ titleFr: '', titleEn: '', summaryFr: '', summaryEn: '', firstDate: day, lastDate: day })

/** A text in one language only is kept twice; it is shown once. */
const other = ({ fr, en }: { fr: string; en: string }) => (en === fr ? '' : en)

export function eventDraftOf({ title, summary, firstDate, lastDate }: OpenEvent): EventDraft {
  return { titleFr: title.fr, titleEn: other(title), summaryFr: summary.fr, summaryEn: other(summary), firstDate, lastDate }
}

export function eventFormOf(draft: EventDraft, published: boolean): EventForm {
  const both = (fr: string, en: string) => ({ fr: fr.trim(), en: en.trim() || fr.trim() })
  return {
    title: both(draft.titleFr, draft.titleEn), summary: both(draft.summaryFr, draft.summaryEn),
    firstDate: draft.firstDate, lastDate: draft.lastDate, published,
  }
}

export function eventComplaints(draft: EventDraft): FormError[] {
  const found: FormError[] = []
  const wrong = (field: string, message: string) => found.push({ id: `event-${field}`, message })
  if (!draft.titleFr.trim()) wrong('titleFr', t('myEvent.error.title'))
  if (!draft.summaryFr.trim()) wrong('summaryFr', t('myEvent.error.summary'))
  if (!draft.firstDate || !draft.lastDate || draft.lastDate < draft.firstDate) wrong('lastDate', t('myEvent.error.dates'))
  return found
}

import type { BookingMessage, Call, KeptMessage, KindTemplate, MessageKind, MessageSettings, Words, WordsPreview } from '@/api/messages'
import { clock } from '@/time'
import type { Answerer, Reply } from './fakeApi'
import { PAPERS, PROCEDURES, SECRET, slotAt } from './world'

const ok = (body: unknown, status = 200): Reply => ({ status, body })
const refuse = (status: number, code: string, detail: string, more = {}): Reply => ({
  status, type: 'application/problem+json', body: { type: `/problems/${code}`, title: code, status, detail, ...more },
})
const { id, code, title } = PROCEDURES[0]!
const procedure = { id, code, title }

export function call(key: string, firstName: string, lastName: string, more: Partial<Call> = {}): Call {
  return {
    id: key, kind: 'reminder', why: 'landline', state: 'waiting', dueAt: '2026-11-23T09:00:00+01:00', reference: 'ABCD-EFGH', status: 'booked',
    firstName, lastName, phone: '+33231000001', language: 'fr', start: '2026-11-24T09:30:00+01:00', end: '2026-11-24T10:00:00+01:00',
    procedure, documents: PAPERS, attempts: 0,
    tell: 'Bonjour, ici France services de Moyaux. Vous avez rendez-vous mardi 24 novembre à 9 h 30 pour renouveler votre permis. Apportez vos papiers.',
    ...more,
  }
}

function message(key: string, more: Partial<BookingMessage>): BookingMessage {
  return {
    id: key, kind: 'confirmation', channel: 'email', state: 'delivered', to: 'jeanne@exemple.fr', language: 'fr', dueAt: '2026-11-20T10:00:00+01:00',
    attempts: 1, resendable: true, resent: false, ...more,
  }
}

const KINDS: MessageKind[] = ['confirmation', 'reminder', 'morningReminder', 'moved', 'cancelled', 'waitlistOffer']
const plain: Words = {
  subject: 'Votre rendez-vous du {date}', opening: 'Bonjour {visitor},', closing: 'À bientôt à {site}.', sms: 'RDV le {date} a {time}, {site}. {link}',
}

export const KEPT: KeptMessage[] = [
  {
    id: 'k2', channel: 'email', to: 'jeanne@exemple.fr', kind: 'confirmation', language: 'fr', subject: 'Votre rendez-vous du mardi 24 novembre',
    text: 'Bonjour Jeanne, votre rendez-vous est pris.', html: '<h1 style="color:#1b5a4c">Votre rendez-vous</h1><p>Bonjour Jeanne,</p><p><a href="https://porte.example/x">Ouvrir</a></p>',
    link: `https://porte.example/rendez-vous/ABCD-EFGH#${SECRET}`, calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', sentAt: '2026-11-23T08:55:00+01:00',
  },
  {
    id: 'k1', channel: 'sms', to: '+33612345678', kind: 'reminder', language: 'fr', text: 'Rappel : RDV mardi 24 novembre a 9h30, Moyaux.',
    sentAt: '2026-11-23T08:50:00+01:00',
  },
]

/** Messages, calls and words as far as the screens need them; their rules are the API's to test. */
export function fakeMessages() {
  const waitlist = { waiting: false, possible: true, offer: undefined as object | undefined }
  const offer = (minutes = 30) => {
    const expiresAt = new Date(clock.now().getTime() + minutes * 60_000).toISOString()
    Object.assign(waitlist, { waiting: true, offer: { id: 'o1', slot: slotAt('2026-11-23', '15:00'), holdId: 'h9', expiresAt } })
  }
  const calls: Call[] = [
    call('c1', 'Paul', 'Martin', {
      kind: 'cancelled', why: 'noChannel', status: 'cancelled', reference: 'JKLM-2345', phone: '+33231000002', attempts: 1,
      lastResult: { result: 'noAnswer', at: '2026-11-23T08:30:00+01:00', by: 'claire.moyaux', note: 'Rappeler après 10 h' },
      tell: 'Bonjour, ici France services de Moyaux. Votre rendez-vous de mardi 24 novembre à 9 h 30 est annulé. Voulez-vous une autre date ?',
    }),
    call('c2', 'Jeanne', 'Lefèvre'),
    call('c3', 'Anne', 'Morel', { reference: 'WXYZ-6789', why: 'bounced', bookedBy: 'Luc Morel, son fils', start: '2026-11-24T10:30:00+01:00', end: '2026-11-24T11:00:00+01:00' }),
  ]
  const sent: BookingMessage[] = [
    message('m1', { subject: 'Votre rendez-vous', body: 'Bonjour Jeanne,\nc’est noté.', sentAt: '2026-11-20T10:00:02+01:00', settledAt: '2026-11-20T10:00:05+01:00' }),
    message('m2', { state: 'bounced', reason: 'mailbox-unknown', reasonText: { fr: 'Cette adresse n’existe pas.', en: 'No such address.' }, kind: 'moved', sentAt: '2026-11-21T10:00:00+01:00' }),
    message('m3', { state: 'waiting', kind: 'reminder', channel: 'sms', to: '+33612345678', dueAt: '2026-11-23T18:00:00+01:00', resendable: false, attempts: 0 }),
    message('m4', { state: 'reached', kind: 'moved', channel: 'call', to: '+33231000001', settledAt: '2026-11-21T11:00:00+01:00', resendable: false }),
  ]
  const settings: { data: MessageSettings; version: number } = {
    version: 1,
    data: { reminderDays: 2, reminderTime: '18:00', morningReminder: true, morningTime: '08:00', quietFrom: '20:00', quietTo: '08:00', waitlist: true },
  }
  const words: KindTemplate[] = KINDS.flatMap((kind) => (['fr', 'en'] as const).map((language) => ({ kind, language, own: false, words: { ...plain }, defaults: { ...plain }, version: -1 })))
  const placeholders = [
    ['visitor', 'La personne', 'The person'], ['date', 'Le jour', 'The day'], ['time', 'L’heure', 'The time'], ['site', 'La maison', 'The house'],
    ['link', 'Le lien privé', 'The private link'],
  ].map(([name, fr, en]) => ({ name, label: { fr, en } }))
  const kept: KeptMessage[] = [...KEPT]

  function wrong(body: Record<string, unknown>): Reply | null {
    const errors = Object.entries(body).flatMap(([field, text]) => {
      const unknown = [...String(text).matchAll(/\{(\w*)\}/g)].map(([, name]) => name).find((name) => !placeholders.some((one) => one.name === name))
      return unknown === undefined ? [] : [{ field, message: `{${unknown}} n’existe pas.` }]
    })
    if (!String(body.sms).includes('{link}')) errors.push({ field: 'sms', message: 'Le SMS doit contenir {link}.' })
    return errors.length ? refuse(400, 'invalid-request', '', { errors }) : null
  }
  const fill = (text: unknown) => String(text).replace(/\{(\w+)\}/g, (_, name: string) => ({ visitor: 'Jeanne', date: 'mardi 24 novembre', time: '9 h 30', site: 'Moyaux' })[name] ?? name)
  const wordsAt = ([, kind, language]: string[]) => words.find((one) => one.kind === kind && one.language === language)!
  const withSecret = (request: Request, reply: () => Reply) => (request.headers.get('Booking-Secret') === SECRET || request.headers.has('Authorization') ? reply() : refuse(404, 'not-found', ''))

  const answers: Record<string, Answerer> = {
    'GET /bookings/[\\w-]+/waitlist-entry': (request) => withSecret(request, () => ({ ...ok(waitlist), headers: { Date: clock.now().toUTCString() } })),
    'PUT /bookings/[\\w-]+/waitlist-entry': (request) => withSecret(request, () => ok(Object.assign(waitlist, { waiting: true }))),
    'DELETE /bookings/[\\w-]+/waitlist-entry': (request) => withSecret(request, () => ok(Object.assign(waitlist, { waiting: false, offer: undefined }))),
    'POST /bookings/[\\w-]+/waitlist-entry/refusal': (request) => withSecret(request, () => ok(Object.assign(waitlist, { offer: undefined }))),
    'GET /bookings/[\\w-]+/messages': () => ok({ items: sent }),
    'POST /messages/(\\w+)/resend': (_, __, [key]) => {
      const again = { ...sent.find((one) => one.id === key)!, id: `${key}b`, state: 'waiting' as const, resent: true, resendable: false }
      sent.push(again)
      return ok(again, 201)
    },
    'GET /sites/(\\w+)/call-sheet': (request) => ok({ date: new URL(request.url).searchParams.get('date') ?? '2026-11-23', items: calls }),
    'POST /calls/(\\w+)/result': (_, { result, note }, [key]) => {
      const one = calls.find((other) => other.id === key)!
      if (one.state === 'moved' || one.state === 'cancelled') return refuse(409, 'call-settled', 'Ce rendez-vous a déjà été changé.')
      const state = { noAnswer: 'waiting', toldOtherwise: 'reached', unreachable: 'expired' }[String(result)] ?? result
      Object.assign(one, { state, attempts: one.attempts + Number(result === 'noAnswer'), lastResult: { result, note, at: clock.now().toISOString(), by: 'claire.moyaux' } })
      return ok({ ...one })
    },
    'GET /sites/(\\w+)/message-settings': () => ({ ...ok(settings.data), headers: { ETag: `"${settings.version}"` } }),
    'PUT /sites/(\\w+)/message-settings': (request, body) => {
      if (request.headers.get('If-Match') !== `"${settings.version}"`) return refuse(412, 'stale', 'périmé')
      settings.version++
      settings.data = body as unknown as MessageSettings
      return { ...ok(settings.data), headers: { ETag: `"${settings.version}"` } }
    },
    'GET /sites/(\\w+)/message-templates': () => ok({ items: words, placeholders }),
    'PUT /sites/(\\w+)/message-templates/(\\w+)/(\\w+)': (request, body, found) => {
      const one = wordsAt(found)
      if (request.headers.get('If-Match') !== `"${one.version}"`) return refuse(412, 'stale', 'périmé')
      return wrong(body) ?? ok(Object.assign(one, { own: true, words: body, version: one.version + 1 }))
    },
    'DELETE /sites/(\\w+)/message-templates/(\\w+)/(\\w+)': (request, __, found) => {
      const one = wordsAt(found)
      if (request.headers.get('If-Match') !== `"${one.version}"`) return refuse(412, 'stale', 'périmé')
      Object.assign(one, { own: false, words: { ...one.defaults }, version: -1 })
      return { status: 204 }
    },
    'POST /sites/(\\w+)/message-templates/(\\w+)/(\\w+)/preview': (_, body) => {
      const sms = fill(body.sms)
      const unicode = /[êôœ’€😀]/.test(sms)
      const characters = sms.length
      const segments = Math.ceil(characters / (unicode ? 70 : 160))
      const text = `${fill(body.opening)}\n\n${fill(body.closing)}`
      const html = `<p style="font-weight:bold">${fill(body.opening)}</p><p>${fill(body.closing)}</p>`
      return wrong(body) ?? ok({ subject: fill(body.subject), text, html, sms, characters, segments, unicode } satisfies WordsPreview)
    },
    'GET /local-outbox': () => ok({ items: kept }),
  }
  return { answers, waitlist, offer, calls, sent, settings, words, kept }
}

export type FakeMessages = ReturnType<typeof fakeMessages>

import type { Adaptation, AdaptationForm } from '@/api/adaptations'
import type { CheckCount, Checklist, Entry, HouseRow } from '@/api/keeping'
import { type Answerer, list, ok } from './fakeApi'
import { PROCEDURES, SITE } from './world'

export const ENTRY: Entry = {
  id: 'moyaux', version: 3, listed: false, live: false, archived: false,
  form: {
    code: 'moyaux', name: SITE.name, kind: 'fixed', street: '1 rue de l’Église', postcode: '14590', commune: 'Moyaux', insee: '14460', latitude: 49.1953, longitude: 0.3525,
    phone: '3646', appointments: true, contactRequired: false, accessibility: ['stepFree'], procedures: ['licence'], rooms: ['Bureau 1'],
    openingHours: [{ weekday: 'monday', from: '09:00', to: '12:00', mode: 'both' }], exceptionalHours: [],
  },
}
const CHECKLIST: Checklist = { live: false, archived: false, neededBy: [], steps: (['address', 'contact', 'hours', 'procedures', 'agents', 'counters'] as const).map((step) => ({ step, done: step !== 'counters' })) }
const ROW: HouseRow = { id: 'moyaux', code: 'moyaux', listed: false, name: SITE.name, postcode: '14590', commune: 'Moyaux', department: '14', live: false, archived: false, minutes: 180, days: 1, agents: 2, checks: ['notLive', 'fewHours'] }
const COUNTS: CheckCount[] = [{ check: 'notLive', houses: 1 }, { check: 'noHours', houses: 12 }, { check: 'leftList', houses: 1 }]

const LICENCE = PROCEDURES[0]!
export const ADAPTATION: Adaptation = {
  version: 2, procedure: { id: LICENCE.id, code: LICENCE.code, title: LICENCE.title }, partner: LICENCE.partner, servedByHouse: true, adapted: true,
  network: { durationMinutes: 30, documents: LICENCE.documents }, here: { durationMinutes: 45, documents: LICENCE.documents },
  durationMinutes: 45, added: [], removed: [], changedBeneath: { durationBefore: 20, added: ['identity'], removed: [] }, tooShort: [],
}

/** Houses as they are kept. */
export function fakeKeeping(): Record<string, Answerer> {
  let entry = ENTRY
  let adaptation = ADAPTATION
  return {
    'GET /sites/\\w+/entry': () => ok(entry),
    'PUT /sites/\\w+/entry': (_, body) => ok((entry = { ...entry, version: entry.version + 1, form: body as Entry['form'] })),
    'PUT /sites/\\w+/live': () => ok((entry = { ...entry, version: entry.version + 1, live: true })),
    'GET /sites/\\w+/entry/history': () => list([2, 1].map((at) => ({ id: `h${at}`, act: at === 1 ? 'before' : 'changed', at: '2026-11-20T09:00:00Z', by: 'anne', form: { ...ENTRY.form, name: at === 1 ? 'Ancien nom' : SITE.name } }))),
    'GET /sites/\\w+/adaptations': () => list([adaptation]),
    'GET /sites/\\w+/adaptations/\\w+': () => ok(adaptation),
    'PUT /sites/\\w+/adaptations/\\w+': (_, body) => {
      const { added = [], removed = [], ...own } = body as AdaptationForm
      const { durationMinutes: _minutes, note: _note, changedBeneath: _beneath, ...rest } = adaptation
      const adapted = Boolean(own.durationMinutes || own.note || added?.length || removed?.length)
      return ok((adaptation = { ...rest, version: rest.version + 1, adapted, added, removed, ...own } as Adaptation))
    },
    'GET /sites/\\w+/adaptations/\\w+/history': () => list([2, 1].map((at) => ({ id: `a${at}`, act: at === 1 ? 'created' : 'changed', at: '2026-11-20T09:00:00Z', by: 'mireille', form: { durationMinutes: at === 1 ? 60 : 45, added: [], removed: [] } }))),
    'GET /sites/\\w+/checklist': () => ok(CHECKLIST),
    'POST /sites/\\w+/entry/hours-preview': () => list([]),
    'GET /sites/register': () => list([ROW]),
    'GET /sites/checks': () => list(COUNTS),
    'GET /communes': () => list([{ insee: '14366', name: 'Lisieux', postcodes: ['14100'], department: '14', latitude: 49.1466, longitude: 0.2293 }]),
    'POST /sites': (_, body) => ok({ ...ENTRY, id: 'nouvelle', form: body as Entry['form'] }, 201),
  }
}

import type { Figure, HouseFigures, NetworkFigures, PartnerFigures, Row, Sheet } from '@/api/figures'
import { type Answerer, ok } from './fakeApi'

const row = (key: string, fr: string, number: number, before: number, of?: number, beforeOf?: number): Row => ({ key, name: { fr, en: fr }, number, before, of, beforeOf })
const sheet = (figure: Figure, fr: string, rows: Row[]): Sheet => ({ figure, title: { fr, en: fr }, rows })

export const FIGURES: Omit<HouseFigures, 'from' | 'to'> = {
  comparedFrom: '2026-10-01',
  comparedTo: '2026-11-01',
  summary: { visits: 212, waits: 180, medianWait: 9, shortWaits: 153, gone: 11, calls: 31, appointments: 60, attended: 45, absent: 5, sessions: 9, sessionsHeld: 8, placesOffered: 80, placesTaken: 60, solved: 120, noted: 150, papersMissing: 12 },
  before: { visits: 190, waits: 160, medianWait: 12, shortWaits: 120, gone: 14, calls: 25, appointments: 50, attended: 40, absent: 10, sessions: 8, sessionsHeld: 8, placesOffered: 70, placesTaken: 40, solved: 90, noted: 140, papersMissing: 20 },
  sheets: [
    sheet('partners', 'Visites par organisme concerné', [row('1', 'Caf', 112, 100), row('2', 'France Travail', 100, 90)]),
    sheet('procedures', 'Visites par démarche', Array.from({ length: 15 }, (_, i) => row(`${i}`, `Démarche ${i + 1}`, 30 - i, i))),
    sheet('load', 'Arrivées par demi-heure et jour', [row('1-18', 'lundi 9 h', 8, 7), row('2-27', 'mardi 13 h 30', 2, 1)]),
    sheet('papers', 'Papiers manquants par démarche', [row('1', 'Permis', 4, 3, 12, 10)]),
    sheet('communes', 'Communes des personnes', [row('14366', 'Lisieux (9 km)', 12, 10), row('13055', 'Marseille (730 km)', 2, 0)]),
    sheet('lost', 'Demi-journées perdues par organisme', []),
  ],
  days: [
    { date: '2026-11-23', number: 20, medianWait: 9 },
    { date: '2026-11-24', number: 12 },
  ],
  communes: [
    { key: '14366', latitude: 49.1466, longitude: 0.2293, km: 9.4 },
    { key: '13055', latitude: 43.3, longitude: 5.4, km: 730 },
  ],
  opening: { weeklyMinutes: 1_500, days: 5, enough: true },
  events: [{ code: 'portes', title: { fr: 'Portes ouvertes', en: 'Open doors' }, firstDate: '2026-11-02', lastDate: '2026-11-06', visitsBefore: 120, visitsAfter: 80, daysAfter: 18 }],
}

const NETWORK: NetworkFigures = {
  from: '2026-10-01',
  to: '2026-11-01',
  comparedFrom: '2026-09-01',
  comparedTo: '2026-10-01',
  summary: { ...FIGURES.summary, gone: undefined, placesOffered: undefined, placesTaken: undefined },
  before: FIGURES.before,
  sheets: [sheet('partners', 'Visites par organisme concerné', [row('1', 'Caf', 112, 100), { key: '2', name: { fr: 'Notaires', en: 'Notaries' } }])],
  months: [
    { month: '2026-09-01', visits: 100 },
    { month: '2026-10-01' },
  ],
  places: [
    { id: '14', name: '14', visits: 200, before: 180, medianWait: 9, shortWaits: 80, sessions: 9, sessionsHeld: 8, none: false },
    { id: '61', name: '61', sessions: 0, sessionsHeld: 0, none: true },
  ],
}

const PARTNER: PartnerFigures = {
  from: '2026-11-01',
  to: '2026-12-01',
  comparedFrom: '2026-10-01',
  comparedTo: '2026-11-01',
  summary: FIGURES.summary,
  before: FIGURES.before,
  sheets: [sheet('sessions', 'Permanences', [row('held', 'Tenues', 8, 8), row('cancelled', 'Annulées', 1, 0)])],
  houses: [
    { id: 'moyaux', name: 'Moyaux', department: '14', sessions: 9, sessionsHeld: 8, halfDaysLost: 1, placesOffered: 80, placesTaken: 60, attended: 45, absent: 5, visits: 60, noted: 50, papersComplete: 40, medianWait: 9 },
  ],
}

/** How a house does. */
export function fakeFigures(): Record<string, Answerer> {
  return {
    'GET /sites/\\w+/figures': (request) => {
      const query = new URL(request.url).searchParams
      return ok({ ...FIGURES, from: query.get('from')!, to: query.get('to')! } satisfies HouseFigures)
    },
    'GET /sites/\\w+/figures/(\\w+)/days': (request, _, [figure]) =>
      ok({ figure, key: new URL(request.url).searchParams.get('key'), name: { fr: 'Caf', en: 'Caf' }, days: [{ date: '2026-11-23', number: 112 }] }),
    'GET /network-figures': (request) => {
      const query = new URL(request.url).searchParams
      return ok({ ...NETWORK, department: query.get('department') ?? undefined })
    },
    'GET /sites/\\w+/activities/file': () => ({ status: 200, body: 'x', type: 'text/csv' }),
    'GET /partner-figures': () => ok(PARTNER),
    'GET /sites/\\w+/figures/(\\w+)/file': () => ({ status: 200, body: '\ufeffQuoi;Nombre\r\nCaf;112\r\n', type: 'text/csv' }),
  }
}

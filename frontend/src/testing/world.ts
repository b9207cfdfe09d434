import type { Booking, Place, Procedure, Session, Site, SiteSummary, Slot } from '@/api'
import type { SuspectGroup } from '@/api/suspects'

// A small world for the unit tests and for looking at the screens. All of it made up, in the shapes of the contract.
const partner = (id: string, fr: string, en = fr) => ({ id, code: id, name: { fr, en } })
export const FRANCE_TITRES = partner('ft', 'France Titres', 'France Titres (identity and vehicle documents)')
export const CAF = partner('caf', 'CAF')

const paper = (code: string, fr: string, en: string, required = true) => ({ id: code, code, label: { fr, en }, required })
export const PAPERS = [
  paper('id', "Pièce d'identité en cours de validité", 'Valid ID'),
  paper('licence', 'Permis de conduire actuel', 'Current driving licence'),
  paper('home', 'Justificatif de domicile de moins de 6 mois', 'Proof of address less than 6 months old'),
  paper('stamp', 'Timbre fiscal, si demandé', 'Tax stamp, if required', false),
]

function procedure(id: string, by: Procedure['partner'], fr: string, en: string, durationMinutes: number, ...synonyms: string[]): Procedure {
  return {
    id,
    version: 0,
    code: id,
    title: { fr, en },
    partner: by,
    durationMinutes,
    channel: 'both',
    documents: PAPERS,
    synonyms,
    referred: false,
    source: { toVerify: true },
    archived: false,
  }
}
export const PROCEDURES: Procedure[] = [
  procedure('licence', FRANCE_TITRES, 'Renouveler son permis de conduire', 'Renew a driving licence', 30),
  procedure('card', FRANCE_TITRES, 'Pré-demande de carte d’identité', 'Identity card pre-application', 20),
  procedure('housing', CAF, 'Demander une aide au logement', 'Apply for housing benefit', 45, 'APL', 'loyer'),
  procedure('family', CAF, 'Déclarer une naissance à la CAF', 'Tell CAF about a birth', 20),
]

function house(id: string, name: string, commune: string, postcode: string, distanceMetres: number): SiteSummary {
  return {
    id,
    name,
    address: { street: '1 place de l’Église', postcode, commune, insee: `${postcode}` },
    latitude: 49.1,
    longitude: 0.2,
    zone: 'Europe/Paris',
    phone: '+33231000000',
    appointments: true,
    distanceMetres,
  }
}
export const HOUSES: SiteSummary[] = [
  house('moyaux', 'France services de Moyaux', 'Moyaux', '14590', 640),
  house('lieue', 'France services de Saint-Martin-de-la-Lieue', 'Saint-Martin-de-la-Lieue', '14100', 4200),
  house('sees', 'France services de Sées', 'Sées', '61500', 61_000),
]

export const SITE: Site = {
  ...HOUSES[0]!,
  contactRequired: false,
  comment: 'Entrée par la cour. Sonnez si la porte est fermée.',
  openingHours: [
    { weekday: 'monday', from: '09:00', to: '12:30', mode: 'both' },
    { weekday: 'monday', from: '14:00', to: '17:00', mode: 'walkIn' },
    { weekday: 'tuesday', from: '09:00', to: '12:30', mode: 'both' },
    { weekday: 'thursday', from: '14:00', to: '17:00', mode: 'appointment' },
  ],
  closures: [{ id: 'xmas', from: '2026-12-24T00:00:00', to: '2026-12-27T00:00:00', reason: 'Fêtes' }],
} as Site

export const PLACES: Place[] = [
  { label: 'Moyaux (14590)', kind: 'commune', insee: '14460', latitude: 49.19, longitude: 0.35 },
  { label: 'Lisieux (14100)', kind: 'commune', insee: '14366', latitude: 49.14, longitude: 0.22 },
]

/** 2026-11-24 is a Tuesday; Paris is one hour ahead of UTC then. */
export function slotAt(day: string, time: string, procedureId = 'licence', siteId = 'moyaux'): Slot {
  const start = `${day}T${time}:00+01:00`
  const end = new Date(Date.parse(start) + 30 * 60_000)
  const local = new Date(end.getTime() + 3_600_000).toISOString().slice(0, 19)
  return { id: `${day}-${time}`, siteId, partnerId: 'ft', procedureId, start, end: `${local}+01:00`, capacity: 1, remaining: 1 }
}
export const SLOTS: Slot[] = [
  ...['09:00', '09:30', '10:00', '11:30', '14:00', '14:30'].map((time) => slotAt('2026-11-24', time)),
  ...['09:30', '10:00'].map((time) => slotAt('2026-11-26', time)),
  ...['14:00', '15:30'].map((time) => slotAt('2026-12-01', time)),
]

export const SESSIONS: Session[] = [
  {
    id: 's1',
    permanenceId: 'p1',
    start: '2026-11-24T09:00:00+01:00',
    end: '2026-11-24T12:00:00+01:00',
    mode: 'appointment',
    state: 'planned',
    host: 'partner',
    partner: FRANCE_TITRES,
    procedures: [],
  },
  {
    id: 's2',
    permanenceId: 'p2',
    start: '2026-11-26T14:00:00+01:00',
    end: '2026-11-26T17:00:00+01:00',
    mode: 'walkIn',
    state: 'cancelled',
    host: 'partner',
    partner: CAF,
    procedures: [],
  },
]

export const SECRET = 'S3cr3tS3cr3tS3cr3tS3cr3t'
export const BOOKING: Booking = {
  reference: 'ABCD-EFGH',
  slipCode: '402118',
  status: 'booked',
  start: '2026-11-24T09:30:00+01:00',
  end: '2026-11-24T10:00:00+01:00',
  slotId: '2026-11-24-09:30',
  site: HOUSES[0]!,
  partner: FRANCE_TITRES,
  procedure: { id: 'licence', code: 'licence', title: PROCEDURES[0]!.title },
  documents: PAPERS,
  visitor: { firstName: 'Jeanne', lastName: 'Lefèvre', language: 'fr', contactBy: 'none' },
  changeable: true,
  changeableUntil: '2026-11-23T18:00:00+01:00',
  sequence: 0,
} as Booking

const suspect = (reference: string, name: string, minute: number, contact = false) => ({
  reference,
  name,
  procedure: PROCEDURES[0]!.title,
  start: `2026-11-24T09:${minute}:00+01:00`,
  madeAt: `2026-11-22T03:00:${minute}+01:00`,
  contact,
})
/** What a robot took, and among it somebody who may be a person. */
export const SUSPECTS: SuspectGroup[] = [
  { id: 'g1', kind: 'sameAddress', holds: 2, bookings: [suspect('AAAA-AAAA', 'Aaa Bbb', 10), suspect('BBBB-BBBB', 'Ccc Ddd', 20), suspect('CCCC-CCCC', 'Jeanne Lefèvre', 30, true)] },
]

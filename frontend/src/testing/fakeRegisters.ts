import type { CatalogueImport, RowDifference } from '@/api/registers'
import { type Answerer, list, ok } from './fakeApi'
import { fakeFiles } from './fakeFiles'
import { fakeKeeping } from './fakeKeeping'
import { CAF, FRANCE_TITRES, PAPERS } from './world'

const partners = [CAF, { ...FRANCE_TITRES, bookingUrl: 'https://rdv.exemple.fr' }].map((one) => ({ ...one, version: 0, archived: false }))
const documents = PAPERS.map(({ id, code, label }) => ({ id, code, label, version: 0, archived: false }))
const THEMES = [{ id: 'budget', version: 0, code: 'budget', name: { fr: 'Budget', en: 'Money' }, position: 40, archived: false }]
const change = (id: string, act: string, title: string) => ({ id, act, at: '2026-11-20T09:00:00Z', by: 'anne', form: { code: 'licence', title: { fr: title, en: title }, partner: 'ft', durationMinutes: 30, channel: 'both', synonyms: [], documents: [], referred: false } })

export const DIFFERENCES: RowDifference[] = [
  {
    kind: 'procedures',
    code: 'rsa',
    outcome: 'changed',
    fields: [
      { field: 'durationMinutes', here: '45', file: '60', kept: false },
      { field: 'title', here: '{"fr":"Le RSA ici","en":"RSA here"}', file: '{"fr":"Le RSA","en":"RSA"}', kept: true },
    ],
  },
  { kind: 'themes', code: 'budget', outcome: 'created', fields: [] },
]
export const COUNTS = { created: 1, changed: 1, kept: 0, leftOut: 0, unchanged: 116 }
const made: CatalogueImport = { id: 'i1', version: '2026-11', at: '2026-11-20T09:00:00Z', by: 'anne', counts: COUNTS }

/** The registers and the national catalogue, as an admin keeps them. */
export function fakeRegisters(): Record<string, Answerer> {
  return {
    'GET /partners': () => list(partners),
    'GET /documents': () => list(documents),
    'GET /themes': () => list(THEMES),
    'GET /(?:procedures|partners|documents|themes)/\\w+/history': () => list([change('c2', 'changed', 'Renouveler son permis'), change('c1', 'created', 'Le permis')]),
    'GET /catalogue': () => ok({ version: '2026-11' }),
    'GET /catalogue/file': () => ok({ version: '2026-11', themes: [], partners: [], documents: [], procedures: [] }),
    'POST /imports/catalogue/preview': () => ok({ digest: 'd1', counts: COUNTS, rows: DIFFERENCES }),
    'POST /imports/catalogue': () => ok(made),
    'GET /imports/catalogue': () => list([made]),
    ...fakeFiles(),
    ...fakeKeeping(),
  }
}

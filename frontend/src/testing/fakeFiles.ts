import type { FileImport, Finding, ImportRow } from '@/api/registers/files'
import { type Answerer, list, ok } from './fakeApi'

/** A newer list of houses that was looked at. */
export const LOOKED: FileImport = {
  id: '7',
  kind: 'sites',
  state: 'ready',
  progress: 100,
  fileName: 'liste-fs.csv',
  by: 'anne',
  startedAt: '2026-11-20T09:00:00Z',
  finishedAt: '2026-11-20T09:00:04Z',
  rows: 2845,
  created: 2,
  updated: 1,
  kept: 1,
  leftOut: 0,
  unchanged: 2840,
  refused: 1,
  gone: 1,
  digest: 'd7',
  stale: false,
  counts: [{ kind: 'duplicate-id', severity: 'refused', count: 1 }],
}
const row = (id: string, outcome: ImportRow['outcome'], fields: ImportRow['fields']): ImportRow => ({ id, row: 12, key: '140', label: 'Maison de Moyaux', outcome, fields, touched: [] })
export const ROWS: ImportRow[] = [
  row('1', 'changed', [
    { field: 'address', here: '{"street":"1 rue A","complement":null,"commune":"Moyaux"}', file: '{"street":"2 rue B","complement":null,"commune":"Moyaux"}', kept: false },
    { field: 'hours', here: '["monday 09:00-12:00 both"]', file: '[]', kept: false },
  ]),
  row('2', 'kept', [{ field: 'phone', here: '"+33261910099"', file: '"+33261910077"', kept: true }]),
  row('3', 'created', []),
  {
    ...row('4', 'gone', [{ field: 'archived', here: 'false', file: 'true', kept: true }]),
    key: '141',
    touched: [
      { why: 'stillThere', reference: 'ABCD2345', start: '2026-12-01T09:00:00+01:00' },
      { why: 'outsideHours', permanenceId: '5', host: { fr: 'CAF', en: 'CAF' }, start: '2026-12-01T09:00:00+01:00' },
    ],
  },
]
const FOUND: Finding[] = [
  {
    id: '1',
    row: 8,
    officialId: '3',
    kind: 'duplicate-id',
    severity: 'refused',
    what: { fr: 'Ce numéro est déjà plus haut dans le fichier.', en: 'This number stands further up in the file already.' },
    repair: { fr: 'Ne gardez qu’une ligne par numéro.', en: 'Keep one row for each number.' },
    found: '3 Maison',
  },
]
export const STEPS = { communes: 35014, formerCommunes: 0, sites: 2845, procedures: 49, agents: 3, permanences: 1 }

/** National files, as an admin brings them in. */
export function fakeFiles(): Record<string, Answerer> {
  return {
    'GET /first-steps': () => ok(STEPS),
    'GET /imports': () => list([LOOKED]),
    'GET /imports/7': () => ok({ report: LOOKED, items: FOUND, nextCursor: null }),
    'GET /imports/7/rows': (request) => list(ROWS.filter(({ outcome }) => outcome === new URL(request.url).searchParams.get('outcome'))),
  }
}

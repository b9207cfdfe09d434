import type { LocalDay } from '@/time'

/** The name under which something read is kept; a shorter one stands for all that begin with it. */
export type Key = readonly unknown[]

/** The names of all that staff read, room by room: rooms do not know each other, but one's command may outdate another's read. */
export const keys = {
  site: {
    all: ['site'] as Key,
    house: (id: string): Key => ['site', 'house', id],
    entry: (id: string): Key => ['site', 'entry', id],
    entryChanges: (id: string): Key => ['site', 'entryChanges', id],
    adaptations: (id: string): Key => ['site', 'adaptations', id],
    adaptation: (id: string, procedure: string): Key => ['site', 'adaptation', id, procedure],
    adaptationChanges: (id: string, procedure: string): Key => ['site', 'adaptationChanges', id, procedure],
    checklist: (id: string): Key => ['site', 'checklist', id],
    rows: (wanted: object): Key => ['site', 'rows', wanted],
    checks: ['site', 'checks'] as Key,
    near: (words: string): Key => ['site', 'near', words],
  },
  procedure: {
    /** `site`: those that one may come for there; none: all. */
    list: (site?: string): Key => ['procedure', 'list', site ?? 'all'],
  },
  slot: {
    free: (site: string, procedure: string, from: LocalDay, to: LocalDay): Key => ['slot', 'free', site, procedure, from, to],
  },
  feed: {
    list: (site?: string): Key => ['feed', 'list', site ?? 'mine'],
  },
  agent: {
    all: ['agent'] as Key,
    list: (filter: object): Key => ['agent', 'list', filter],
    one: (id: string): Key => ['agent', 'one', id],
    history: (id: string): Key => ['agent', 'history', id],
    partners: ['agent', 'partners'] as Key,
    imports: ['agent', 'imports'] as Key,
  },
  integrator: {
    all: ['integrator'] as Key,
    list: ['integrator', 'list'] as Key,
    one: (id: string): Key => ['integrator', 'one', id],
    hooks: (id: string): Key => ['integrator', 'hooks', id],
    hook: (id: string): Key => ['integrator', 'hook', id],
  },
  register: {
    all: ['register'] as Key,
    lists: ['register', 'list'] as Key,
    list: (kind: string, wanted: object): Key => ['register', 'list', kind, wanted],
    row: (kind: string, id: string): Key => ['register', 'row', kind, id],
    changes: (kind: string, id: string): Key => ['register', 'changes', kind, id],
    choices: (kind: string): Key => ['register', 'choices', kind],
    version: ['register', 'version'] as Key,
    imports: ['register', 'imports'] as Key,
    steps: ['register', 'steps'] as Key,
    files: ['register', 'files'] as Key,
    file: (id: string): Key => ['register', 'file', id],
    fileRows: (id: string, state: string, sort: string): Key => ['register', 'fileRows', id, state, sort],
  },
  queue: {
    all: ['queue'] as Key,
    agenda: (site: string, date?: LocalDay): Key => ['queue', 'agenda', site, date ?? 'today'],
    /** With what one may come for, to enter what stood on paper. */
    late: (site: string, date?: LocalDay): Key => ['queue', 'late', site, date ?? 'today'],
    errands: (site: string): Key => ['queue', 'errands', site],
    sessions: (site: string): Key => ['queue', 'sessions', site],
    counters: (site: string): Key => ['queue', 'counters', site],
    settings: (site: string): Key => ['queue', 'settings', site],
    devices: (site: string): Key => ['queue', 'devices', site],
    /** Visits of which nothing is noted yet. */
    toNote: (site: string): Key => ['queue', 'toNote', site],
    counted: (site: string): Key => ['queue', 'counted', site],
    /** All that was ever noted of one visit. */
    noted: (visit: string): Key => ['queue', 'noted', visit],
    visits: (site: string): Key => ['queue', 'visits', site],
    ofDay: (site: string, date: LocalDay): Key => ['queue', 'visits', site, date],
  },
  booking: {
    one: (reference: string): Key => ['booking', 'one', reference],
    visitor: (reference: string): Key => ['booking', 'visitor', reference],
    messages: (reference: string): Key => ['booking', 'messages', reference],
    suspects: (site: string): Key => ['booking', 'suspects', site],
    waitlist: (reference: string): Key => ['booking', 'waitlist', reference],
  },
  message: {
    all: ['message'] as Key,
    calls: (site: string, date?: LocalDay): Key => ['message', 'calls', site, date ?? 'today'],
    settings: (site: string): Key => ['message', 'settings', site],
    words: (site: string): Key => ['message', 'words', site],
  },
  partner: {
    all: ['partner'] as Key,
    sessions: (past: boolean, site: string): Key => ['partner', 'sessions', past, site],
    session: (id: string): Key => ['partner', 'session', id],
    people: (session: string): Key => ['partner', 'people', session],
    walkIns: (session: string): Key => ['partner', 'walkIns', session],
    /** All that was said of one visit, version by version. */
    marks: (reference: string): Key => ['partner', 'marks', reference],
    colleagues: (session: string): Key => ['partner', 'colleagues', session],
    consequences: (session: string): Key => ['partner', 'consequences', session],
    /** Whom it concerns that the partner leaves then. */
    stopping: (session: string, at: string): Key => ['partner', 'stopping', session, at],
    report: (site: string, from: LocalDay, to: LocalDay): Key => ['partner', 'report', site, from, to],
  },
  planning: {
    all: ['planning'] as Key,
    permanences: (site: string): Key => ['planning', 'permanences', site],
    week: (site: string, monday: LocalDay): Key => ['planning', 'week', site, monday],
    editor: (site: string, permanence?: string): Key => ['planning', 'editor', site, permanence ?? 'new'],
    occurrence: (session: string): Key => ['planning', 'occurrence', session],
  },
  figures: {
    house: (site: string, from: LocalDay, to: LocalDay): Key => ['figures', 'house', site, from, to],
    network: (department: string | undefined, from: LocalDay, to: LocalDay): Key => ['figures', 'network', department ?? '', from, to],
    partner: (from: LocalDay, to: LocalDay): Key => ['figures', 'partner', from, to],
    days: (site: string, figure: string, row: string, from: LocalDay, to: LocalDay): Key => ['figures', 'days', site, figure, row, from, to],
  },
  event: {
    mine: ['event', 'mine'] as Key,
    one: (code: string): Key => ['event', 'one', code],
    figures: (code: string): Key => ['event', 'figures', code],
  },
}

/** All that shows sessions and who comes to them: outdated by any change of a permanence, a session or a booking. */
export const visits: Key[] = [keys.queue.all, keys.message.all, keys.partner.all, keys.planning.all]

import type { Answerer } from './fakeApi'
import { list, ok, problem } from './fakeApi'

const AT_MOYAUX = { role: 'clerk', sites: [{ id: 'moyaux', name: 'France services de Moyaux' }], departments: [], wholeCountry: false }

/** The agents of the house "moyaux", who really change. */
export interface FakeAgents {
  all: Record<string, unknown>[]
  answers: Record<string, Answerer>
}

export function fakeAgents(): FakeAgents {
  const agent = (id: string, firstName: string, lastName: string, standing: string) => ({
    id,
    username: `${firstName}.${lastName}`.toLowerCase(),
    firstName,
    lastName,
    email: `${firstName.toLowerCase()}@example.org`,
    assignments: [AT_MOYAUX],
    canLogIn: true,
    loginPending: false,
    standing,
    actions: ['change', 'invite', 'disable'],
  })
  const all: FakeAgents['all'] = [agent('a1', 'Claire', 'Martin', 'active'), agent('a2', 'Hugo', 'Petit', 'invited')]
  const brought = { id: 'm1', at: '2026-11-20T09:00:00Z', by: 'marc', counts: { created: 1, changed: 1, kept: 0, leftOut: 0, unchanged: 3 } }
  const tagged = (one: Record<string, unknown>) => ({ ...ok(one), headers: { ETag: `"${String(one.version ?? 0)}"` } })
  const find = (id: string | undefined) => all.find((one) => one.id === id)
  const turn = (standing: string, actions: string[]): Answerer => (_, __, [id]) => {
    const one = find(id)
    if (!one) return problem(404, 'not-found')
    Object.assign(one, { standing, actions, version: Number(one.version ?? 0) + 1 })
    return tagged(one)
  }
  return {
    all,
    answers: {
      'GET /imports/tables/agents/file': () => ok('username;lastName;firstName;email;standing;assignments\r\n'),
      'POST /imports/tables/agents/preview': () => ok({ digest: 'd1', counts: { created: 1, changed: 1, kept: 0, leftOut: 0, unchanged: 3 }, rows: [{ code: 'nina', line: 2, outcome: 'created', fields: [] }, { code: 'claire.martin', line: 3, outcome: 'changed', fields: [{ field: 'assignments', here: '"clerk: moyaux"', file: '"manager: moyaux"', kept: false }] }] }),
      'POST /imports/tables/agents/file': () => ok({ digest: 'd1', counts: { created: 1, changed: 1, kept: 0, leftOut: 0, unchanged: 3 }, rows: [] }),
      'GET /imports/tables/agents': () => list([brought]),
      'POST /imports/tables/agents/([^/]+)/undo': () => ok(Object.assign(brought, { undoneAt: '2026-11-20T09:05:00Z', undoneBy: 'marc' })),
      'GET /agents': (request) => {
        const words = new URL(request.url).searchParams.get('q')?.toLowerCase() ?? ''
        return list(all.filter((one) => `${String(one.firstName)} ${String(one.lastName)}`.toLowerCase().includes(words)))
      },
      'GET /agents/([^/]+)': (_, __, [id]) => {
        const one = find(id)
        return one ? tagged(one) : problem(404, 'not-found')
      },
      'GET /agents/([^/]+)/history': () => list([{ at: '2026-11-20T09:00:00Z', by: 'marc', what: 'changed', before: 'clerk · Sées', after: 'clerk · Moyaux', was: { username: 'claire.martin', firstName: 'Claire', lastName: 'Martin', assignments: [{ role: 'clerk', sites: ['sees'] }] } }]),
      'POST /agents': (_, body) => {
        const made = { ...agent('a9', String(body.firstName), String(body.lastName), 'invited'), ...body, id: 'a9', assignments: [AT_MOYAUX] }
        all.push(made)
        return ok(made, 201)
      },
      'PUT /agents/([^/]+)': (_, body, [id]) => {
        const one = find(id)!
        Object.assign(one, { ...body, assignments: [AT_MOYAUX], version: Number(one.version ?? 0) + 1 })
        return tagged(one)
      },
      'POST /agents/([^/]+)/invitation': (_, __, [id]) => ok(find(id)),
      'POST /agents/([^/]+)/disabling': turn('disabled', ['change', 'bringBack']),
      'POST /agents/([^/]+)/return': turn('active', ['change', 'invite', 'disable']),
      'POST /entry-links/([^/]+)/(?:password|first-administrator)': (request, body) =>
        request.headers.get('Link-Secret') === 'secret' ? ok({ username: body.username ?? 'claire.martin', password: 'once-only-once' }) : problem(404, 'not-found'),
    },
  }
}

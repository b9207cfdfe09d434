import { type Answerer, list, ok, problem } from './fakeApi'

type Row = Record<string, unknown>

/** The addresses of La Coop, which really change: one answers, one went silent. */
export function fakeWebhooks(): Record<string, Answerer> {
  const at = '2026-11-22T09:00:00Z'
  const one = (id: string, more: Row): Row => ({ id, integratorId: 's1', url: `https://www.example.org/${id}`, types: [], state: 'active', waiting: 0, createdAt: at, createdBy: 'anne', ...more })
  let all: Row[] = [one('w1', { waiting: 2, sites: ['moyaux'], houses: [{ id: 'moyaux', name: 'France services de Moyaux' }] }), one('w2', { state: 'off', offWhy: 'gone', offAt: at })]
  const delivery = (id: string, more: Row): Row => ({ id, messageId: `msg_${id}`, type: 'booking.created', changeId: id, state: 'delivered', attempts: 1, createdAt: at, triedAt: at, status: 204, tries: [{ triedAt: at, status: 204 }], ...more })
  const log: Row[] = [delivery('3', { state: 'waiting', status: undefined, failure: 'timeout', dueAt: at }), delivery('2', { state: 'failed', attempts: 24, status: 500, answer: 'Oups', tries: [{ triedAt: at, status: 500, answer: 'Oups' }, { triedAt: at, failure: 'unreachable' }] }), delivery('1', {})]
  const find = (id: string | undefined) => all.find((hook) => hook.id === id)
  return {
    'GET /webhooks': (request) => {
      const of = new URL(request.url).searchParams.get('integrator')
      return list(all.filter((hook) => !of || hook.integratorId === of))
    },
    'POST /webhooks': (_, { url, types, integratorId }) => {
      const made = one('w3', { url, types, integratorId, state: 'pending' })
      all.push(made)
      return ok({ ...made, newSecret: 'whsec_told-once' }, 201)
    },
    'GET /webhooks/([^/]+)': (_, __, [id]) => ({ ...ok(find(id)), headers: { ETag: `"${String(find(id)?.version ?? 0)}"` } }),
    'PUT /webhooks/([^/]+)': (_, { url, types, sites }, [id]) => {
      const hook = find(id)!
      if (url !== hook.url) Object.assign(hook, { state: 'pending', offWhy: undefined, offAt: undefined })
      const houses = (sites as string[]).map((site) => ({ id: site, name: 'France services de Moyaux' }))
      return ok(Object.assign(hook, { url, types, sites, houses: houses.length ? houses : undefined, version: Number(hook.version ?? 0) + 1 }))
    },
    'DELETE /webhooks/([^/]+)': (_, __, [id]) => {
      all = all.filter((hook) => hook.id !== id)
      return { status: 204 }
    },
    'POST /webhooks/([^/]+)/ping': (_, __, [id]) => {
      const hook = find(id)
      if (!hook) return problem(404, 'not-found')
      Object.assign(hook, { state: 'active', offWhy: undefined, offAt: undefined })
      return ok(delivery('9', { type: 'webhook.ping', changeId: undefined }))
    },
    'POST /webhooks/([^/]+)/secret': (_, __, [id]) => ok({ ...find(id), newSecret: 'whsec_another-one' }),
    'GET /webhooks/([^/]+)/deliveries': () => list(log),
    'POST /webhooks/([^/]+)/deliveries/([^/]+)/redelivery': (_, __, [, id]) => {
      const row = log.find((had) => had.id === id)!
      Object.assign(row, { state: 'waiting', attempts: 0 })
      return ok(row)
    },
    'POST /webhooks/([^/]+)/replay': () => ok({ queued: 3 }),
  }
}

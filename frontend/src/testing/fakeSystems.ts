import { type Answerer, list, ok, problem } from './fakeApi'
import { fakeWebhooks } from './fakeWebhooks'

/** Other systems that use the API, which really change. */
export function fakeSystems(): Record<string, Answerer> {
  const key = (id: string) => ({ id, clientId: `po-key-${id}`, createdAt: '2026-11-20T09:00:00Z', createdBy: 'anne' })
  const all: Record<string, unknown>[] = [
    {
      ...{ id: 's1', name: 'La Coop', contactName: 'Ada Martin', contactEmail: 'ada@example.org', scopes: ['slots:read'] },
      ...{ sites: [{ id: 'moyaux', name: 'France services de Moyaux' }], departments: ['14'], partners: [{ id: 'p-caf', code: 'caf', name: { fr: 'CAF', en: 'CAF' } }], createdAt: '2026-11-20T09:00:00Z', createdBy: 'anne' },
      ...{ keys: [{ ...key('k1'), lastUsedAt: '2026-11-22T09:00:00Z' }], lastUsedAt: '2026-11-22T09:00:00Z' },
    },
  ]
  const find = (id: string | undefined) => all.find((one) => one.id === id)
  const tagged = (one: Record<string, unknown>) => ({ ...ok(one), headers: { ETag: `"${String(one.version ?? 0)}"` } })
  const change = (what: (one: Record<string, unknown>, body: Record<string, unknown>) => object): Answerer => (_, body, [id]) => {
    const one = find(id)
    if (!one) return problem(404, 'not-found')
    const answer = what(one, body)
    one.version = Number(one.version ?? 0) + 1
    return ok({ ...one, ...answer })
  }
  return {
    ...fakeWebhooks(),
    'GET /integrators': () => list(all),
    'GET /integrators/([^/]+)': (_, __, [id]) => {
      const one = find(id)
      return one ? tagged(one) : problem(404, 'not-found')
    },
    'POST /integrators': (_, body) => {
      const made = { ...all[0], ...body, id: 's2', sites: [], departments: body.departments ?? [], partners: [], keys: [key('k2')], lastUsedAt: undefined }
      all.push(made)
      return ok({ ...made, newKey: { clientId: 'po-key-k2', clientSecret: 'told-once' } }, 201)
    },
    'PUT /integrators/([^/]+)': change((one, { scopes, name }) => Object.assign(one, { scopes, name })),
    'POST /integrators/([^/]+)/keys': change((one) => {
      one.keys = [key('k3'), ...(one.keys as object[]).map((old) => ({ ...old, endsAt: '2099-01-01T00:00:00Z' }))]
      return { newKey: { clientId: 'po-key-k3', clientSecret: 'another-one' } }
    }),
    'DELETE /integrators/([^/]+)/keys/[^/]+': change((one) => {
      one.keys = (one.keys as object[]).map((old) => ({ ...old, endsAt: '2020-01-01T00:00:00Z' }))
      return {}
    }),
    'POST /integrators/([^/]+)/revocation': change((one) => Object.assign(one, { revokedAt: '2026-11-23T09:00:00Z', revokedBy: 'anne' })),
  }
}

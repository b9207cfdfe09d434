import type { Contract } from '@/reference/contract'
import { type Answerer, ok } from './fakeApi'

/** One operation of a contract. */
export const fakeContract = {
  info: { title: 'T', version: '1' },
  'x-problems': ['busy'],
  components: {
    schemas: {
      Slot: { type: 'object', required: ['id'], properties: { id: { type: 'string', description: 'Opaque' }, site: { allOf: [{ $ref: '#/components/schemas/Site' }], description: 'Where' } } },
      Site: { type: 'object', properties: { zone: { type: 'string', enum: ['Europe/Paris'] } } },
    },
    securitySchemes: { system: { flows: { clientCredentials: { tokenUrl: 'https://x/token', scopes: {} } } } },
  },
  paths: {
    '/api/v1/slots/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        operationId: 'getSlot', summary: 'One slot', tags: ['slots'],
        'x-problems': ['not-found'], security: [{}, { system: ['slots:read'] }],
        responses: { 200: { description: 'OK', content: { 'application/json': { schema: { $ref: '#/components/schemas/Slot' } } } } },
      },
    },
  },
} as unknown as Contract

export function fakeReference(): Record<string, Answerer> {
  return {
    'GET /openapi': () => ok(fakeContract),
    'GET /problems': () => ok([{ type: '/problems/not-found', status: 404, title: { fr: 'Introuvable', en: 'Not found' } }]),
  }
}

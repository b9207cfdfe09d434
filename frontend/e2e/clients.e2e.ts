import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import createClient from 'openapi-fetch'
import type { paths } from '../src/api/schema'

// What the contract is worth to others: clients made from it, with nothing else known than the address of the API.

/** The key that the demo gives to another system. */
const KEY = { client_id: 'porte-ouverte-integrator-demo', client_secret: 'porte-ouverte-demo' }

interface Contract {
  components: { securitySchemes: { system: { flows: { clientCredentials: { tokenUrl: string; scopes: Record<string, string> } } } } }
}

test('a client in TypeScript finds the login in the contract, searches, books and cancels', async ({ baseURL }) => {
  const contract = (await (await fetch(`${baseURL}/api/v1/openapi?format=json`)).json()) as Contract
  const { tokenUrl, scopes } = contract.components.securitySchemes.system.flows.clientCredentials
  expect(Object.keys(scopes)).toContain('bookings:write')
  // As generated clients ask, with the scopes that the contract names.
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...KEY, scope: Object.keys(scopes).join(' ') })
  const answer = await fetch(tokenUrl, { method: 'POST', body })
  const { access_token } = (await answer.json()) as { access_token: string }
  const api = createClient<paths>({ baseUrl: baseURL, headers: { Authorization: `Bearer ${access_token}` } })

  const sites = await api.GET('/api/v1/sites', { params: { query: { near: '14590', limit: 5 } } })
  const site = sites.data!.items[0]!
  const procedures = await api.GET('/api/v1/procedures', { params: { query: { site: site.id } } })
  for (const procedure of procedures.data!.items) {
    const found = await api.GET('/api/v1/slots', { params: { query: { site: site.id, procedure: procedure.id } } })
    const [first, second] = found.data?.items ?? []
    if (!first || !second) continue
    const visitor = { firstName: 'Jeanne', lastName: 'Cliente', phone: '0612345678' }
    const booked = await api.POST('/api/v1/bookings', {
      params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { slotId: first.id, procedureId: procedure.id, visitor },
    })
    expect(booked.response.status, JSON.stringify(booked.error)).toBe(201)
    const reference = booked.data!.reference
    const read = await api.GET('/api/v1/bookings/{reference}', { params: { path: { reference } } })
    expect(read.data!.status).toBe('booked')
    const cancelled = await api.POST('/api/v1/bookings/{reference}/cancellation', { params: { path: { reference } }, body: {} })
    expect(cancelled.response.ok, JSON.stringify(cancelled.error)).toBe(true)
    return
  }
  throw new Error('Nothing is free around Moyaux.')
})

test('a client in Java, generated from the contract, books', async ({ baseURL }) => {
  const classes = process.env.JAVA_CLIENT
  expect(classes, './test generates and compiles it').toBeTruthy()
  const { stdout } = await promisify(execFile)('java', ['-cp', classes!, 'Book', baseURL!, KEY.client_id, KEY.client_secret])
  expect(stdout).toMatch(/^[A-Z0-9-]{6,} booked, then cancelled$/m)
})

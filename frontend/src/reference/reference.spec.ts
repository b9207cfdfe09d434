import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { fakeContract as contract } from '@/testing/fakeContract'
import { byTag, resolved, shownOf, typeOf } from './contract'
import { curlOf } from './examples'
import OperationCard from './OperationCard.vue'

describe('the reference', () => {
  it('has every operation under its tag, with the parameters of its path and the scope that a system needs', () => {
    const [operation] = byTag(contract).get('slots')!
    expect(operation).toMatchObject({ method: 'GET', path: '/api/v1/slots/{id}', scope: 'slots:read', parameters: [{ name: 'id' }] })
  })

  it('names a schema by its reference, and shows what a list holds', () => {
    const list = { type: 'array', items: { $ref: '#/components/schemas/Slot' } }
    expect(typeOf(list)).toBe('array of Slot')
    expect(Object.keys(shownOf(list, contract)!.properties!)).toEqual(['id', 'site'])
    expect(resolved({ allOf: [{ $ref: '#/components/schemas/Site' }], description: 'Where' }, contract)).toMatchObject({ description: 'Where', type: 'object' })
  })

  it('shows an operation with its fields, its refusals and an example', () => {
    const example = { request: { method: 'GET', path: '/api/v1/slots/7', headers: {} }, answer: { status: 200, headers: {}, body: { id: '7' } } }
    const page = mount(OperationCard, { props: { operation: byTag(contract).get('slots')![0]!, contract, example } })
    expect(page.text()).toContain('slots:read')
    expect(page.find('a[href="/api#not-found"]').exists()).toBe(true)
    expect(page.text()).toContain('Europe/Paris')
    expect(page.text()).toContain('HTTP/1.1 200')
  })

  it('writes a request that a shell reads as one', () => {
    const request = { method: 'POST', path: '/api/v1/x', headers: { Authorization: 'Bearer $TOKEN' }, body: { name: 'L’été d\'Anne' } }
    expect(curlOf({ request, answer: { status: 201, headers: {} } })).toBe(
      `curl -i -X POST \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -d '{"name":"L’été d'\\''Anne"}' \\\n  "$URL/api/v1/x"`,
    )
  })
})

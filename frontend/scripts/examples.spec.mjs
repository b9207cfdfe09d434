import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { Contract } from '../../backend/fuzz/contract.mjs'
import examples from '../src/reference/examples.json'

/** An installation with the demo cannot answer it. */
const ELSEWHERE = ['becomeFirstAdministrator']
const contract = new Contract(load(readFileSync('../openapi.yaml', 'utf8')))
const RENEW = './test fuzz; cp .porte-ouverte/test/examples.json frontend/src/reference/examples.json'

describe('the examples of the reference', () => {
  it('has one of each operation, and none of any other', () => {
    expect(Object.keys(examples).sort(), RENEW).toEqual([...contract.operations.keys()].filter((id) => !ELSEWHERE.includes(id)).sort())
  })

  it('has answers that are as the contract says', () => {
    const faults = Object.entries(examples).flatMap(([id, { answer }]) => {
      const type = (answer.headers['content-type'] ?? '').split(';')[0]
      const body = answer.body === undefined ? '' : typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
      return [...contract.faults(contract.operations.get(id), { ...answer, type, body })].map((fault) => `${id}: ${fault}`)
    })
    expect(faults, RENEW).toEqual([])
  })

  it('tell no secret and no login', () => {
    const secrets = [...JSON.stringify(examples).matchAll(/"(\w*[sS]ecret|password|token|key)":"([^"]*)"/g)].map(([, , value]) => value).filter((value) => value === '…' || value.length > 12) // the key of a row of figures is a word
    expect(secrets.length).toBeGreaterThan(3)
    expect(new Set(secrets)).toEqual(new Set(['…']))
    expect(JSON.stringify(examples)).not.toMatch(/eyJ[\w-]{20}|porte-ouverte-demo"|localhost:\d/)
  })
})

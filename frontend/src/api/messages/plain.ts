import type { Client } from 'openapi-fetch'
import { answer } from '../client'
import type { paths } from '../schema'

type Exchange<T> = Promise<{ data?: T; error?: unknown; response: Response }>
type Init = { params?: { path?: object; query?: object; header?: object }; body?: unknown }
type Method = 'GET' | 'PUT' | 'POST' | 'DELETE'

/** An operation that the contract does not hold yet, so that only its caller knows the answer's type. */
export function ask<T>(through: Client<paths>, method: Method, path: string, init: Init = {}): Promise<T> {
  return answer<T>(exchange(through, method, path, init))
}

export function exchange<T>(through: Client<paths>, method: Method, path: string, init: Init = {}): Exchange<T> {
  const plain = through as unknown as Record<Method, (path: string, init: Init) => Exchange<T>>
  return plain[method](`/api/v1${path}`, init)
}

import createClient, { type Client } from 'openapi-fetch'
import { NoAnswer, problemFrom } from './problem'
import type { paths } from './schema'

/** Longest wait for an answer, in milliseconds; an old phone on a weak network needs more than a counter does. */
const PATIENCE = 25_000

let language = 'fr'

/** The language in which the server words its refusals. */
export function speak(tongue: string): void {
  language = tongue
}

export function spoken(): string {
  return language
}

/** A client of the API that speaks the reader's language and does not wait for ever. */
export function connect(): Client<paths> {
  const made = createClient<paths>({
    baseUrl: globalThis.location?.origin ?? '',
    // Read at each call, so a test can put its own network in place.
    fetch: (request: Request) => globalThis.fetch(request),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  made.use({
    onRequest({ request }) {
      request.headers.set('Accept-Language', language)
      return new Request(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE)]) })
    },
  })
  return made
}

export const client = connect()

interface Exchange<T> {
  data?: T
  error?: unknown
  response: Response
}

/**
 * The body of a successful answer.
 * @throws ApiProblem when the server refused
 * @throws NoAnswer when no (readable) answer came, or a proxy answered in the server's place
 */
export async function answer<T>(exchange: Promise<Exchange<T>>): Promise<T> {
  let done: Exchange<T>
  try {
    done = await exchange
  } catch (cause) {
    throw new NoAnswer('no answer', { cause })
  }
  if (done.response.ok) return done.data as T
  if (done.response.status >= 502 && !isOurs(done.response)) throw new NoAnswer(`gateway ${done.response.status}`)
  throw problemFrom(done.response, done.error)
}

/** The same, with the version of what was read. */
export interface Tagged<T> {
  data: T
  /** What a later change must carry, so that nobody overwrites what they have not seen. */
  etag: string
}

export async function answerTagged<T>(exchange: Promise<Exchange<T>>): Promise<Tagged<T>> {
  const data = await answer(exchange)
  return { data, etag: (await exchange).response.headers.get('ETag') ?? '' }
}

/** The same, with the server's time as its answer said it. */
export async function answerDated<T>(exchange: Promise<Exchange<T>>): Promise<{ data: T; date: string | null }> {
  const data = await answer(exchange)
  return { data, date: (await exchange).response.headers.get('Date') }
}

function isOurs(response: Response): boolean {
  return response.headers.get('Content-Type')?.includes('problem+json') ?? false
}

import type { Slot } from './model'

export interface FieldError {
  field: string
  message: string
}

/** A refusal that the server explained (RFC 9457). `code` is the last part of its `type`. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: FieldError[] = [],
    readonly alternatives: Slot[] = [],
    /** Whole seconds to wait before trying again, when the server said so. */
    readonly retryAfter: number | null = null,
    readonly requestId: string | null = null,
    /** The whole refusal, for the members that only some kinds have. */
    readonly said: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${status} ${code}`)
  }
}

/** No answer came: no network, or the server is down, or it took longer than we wait. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

export type Failure = ApiProblem | NoAnswer

export function isProblem(error: unknown, ...codes: string[]): error is ApiProblem {
  return error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code))
}

interface ProblemBody {
  type?: string
  title?: string
  detail?: string
  errors?: FieldError[]
  alternatives?: Slot[]
  requestId?: string
}

export function problemFrom(response: Response, body: unknown): ApiProblem {
  const said: ProblemBody = body && typeof body === 'object' ? body : {}
  return new ApiProblem(
    response.status,
    said.type?.split('/').pop() ?? `http-${response.status}`,
    said.detail ?? said.title ?? '',
    said.errors ?? [],
    said.alternatives ?? [],
    secondsToWait(response.headers.get('Retry-After')),
    said.requestId ?? response.headers.get('X-Request-Id'),
    { ...said },
  )
}

function secondsToWait(header: string | null): number | null {
  if (!header || !/^\d+$/.test(header)) return null
  return Math.min(Number(header), 600)
}

import { asAgent, staff } from '../bearer'
import { answer, spoken } from '../client'
import type { Item, Ok } from '../model'
import { NoAnswer, problemFrom } from '../problem'

type Detail = Ok<'/api/v1/imports/{id}', 'get', 200>
export type FileImport = Detail['report']
export type FileKind = FileImport['kind']
export type Finding = Detail['items'][number]
export type Severity = Finding['severity']
export type ImportRow = Item<Ok<'/api/v1/imports/{id}/rows', 'get', 200>>
export type Outcome = ImportRow['outcome']
export type Steps = Ok<'/api/v1/first-steps', 'get', 200>
/** A field of a row that follows the file although people wrote something else. */
export interface Take {
  key: string
  field: string
}

const AT_ONCE = 50

/**
 * Sends a file to look at what it would change. Not by fetch: only this says how much of it is sent.
 * @param onSent how much of it, 0 to 1
 */
export async function sendFile(kind: FileKind, file: File, onSent: (share: number) => void): Promise<FileImport> {
  const { Authorization } = await asAgent.headers()
  const request = new XMLHttpRequest()
  const where = kind === 'sites' ? 'sites' : 'communes'
  request.open('POST', `/api/v1/imports/${where}/preview?fileName=${encodeURIComponent(file.name.slice(-200))}`)
  request.setRequestHeader('Authorization', Authorization ?? '')
  request.setRequestHeader('Accept-Language', spoken())
  request.setRequestHeader('Content-Type', /\.gz$/i.test(file.name) ? 'application/gzip' : 'text/csv')
  request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total ? loaded / total : 0))
  await new Promise<void>((resolve, reject) => {
    request.addEventListener('load', () => resolve())
    for (const broken of ['error', 'timeout', 'abort']) request.addEventListener(broken, () => reject(new NoAnswer(broken)))
    request.send(file)
  })
  const body: unknown = read(request.responseText)
  if (request.status < 300) return body as FileImport
  throw problemFrom(new Response(null, { status: request.status }), body)
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export async function listFiles(): Promise<FileImport[]> {
  const { items } = await answer(staff.GET('/api/v1/imports', { params: { query: { limit: 20 } } }))
  return items
}

/** One import, and what was found about its rows, page by page. */
export function getFile(id: string, severity?: Severity, cursor?: string): Promise<Detail> {
  const query = { limit: AT_ONCE, ...(severity ? { severity } : {}), ...(cursor ? { cursor } : {}) }
  return answer(staff.GET('/api/v1/imports/{id}', { params: { path: { id }, query } }))
}

export function listFileRows(id: string, outcome: Outcome, cursor?: string): Promise<Ok<'/api/v1/imports/{id}/rows', 'get', 200>> {
  const query = { limit: AT_ONCE, outcome, ...(cursor ? { cursor } : {}) }
  return answer(staff.GET('/api/v1/imports/{id}/rows', { params: { path: { id }, query } }))
}

export function applyFile({ id, digest }: FileImport, take: Take[]): Promise<FileImport> {
  return answer(staff.POST('/api/v1/imports/{id}/apply', { params: { path: { id } }, body: { digest: digest ?? '', take } }))
}

export function undoFile(id: string): Promise<FileImport> {
  return answer(staff.POST('/api/v1/imports/{id}/undo', { params: { path: { id } } }))
}

export async function setFileAside(id: string): Promise<void> {
  await answer(staff.DELETE('/api/v1/imports/{id}', { params: { path: { id } } }))
}

export function fileReport(id: string): Promise<string> {
  return answer(staff.GET('/api/v1/imports/{id}/report', { params: { path: { id } }, parseAs: 'text' }) as Promise<{ data?: string; response: Response }>)
}

export function getSteps(): Promise<Steps> {
  return answer(staff.GET('/api/v1/first-steps'))
}

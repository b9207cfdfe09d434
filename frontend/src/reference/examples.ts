/** What was sent and answered once, with tokens and secrets left out. */
export interface Example {
  request: { method: string; path: string; headers: Record<string, string>; body?: unknown }
  answer: { status: number; headers: Record<string, string>; body?: unknown }
}

export const written = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body, null, 2))

/** For a terminal: `$URL` and `$TOKEN` are the reader's. */
export function curlOf({ request: { method, path, headers, body } }: Example): string {
  const parts = [method === 'GET' ? 'curl -i' : `curl -i -X ${method}`]
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quoted(`${name}: ${value}`, name === 'Authorization')}`)
  if (body !== undefined) parts.push(`-d ${quoted(typeof body === 'string' ? body : JSON.stringify(body))}`)
  parts.push(`"$URL${path}"`)
  return parts.join(' \\\n  ')
}

const quoted = (text: string, open = false): string => (open ? `"${text}"` : `'${text.replaceAll("'", "'\\''")}'`)

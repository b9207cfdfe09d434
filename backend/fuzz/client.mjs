// Sends one request as it is given, odd or not, and reads the whole answer.
import http from 'node:http'

const PATIENCE = 30_000

/**
 * Each from another address where the machine has many of its own: the limits are for one, and have tests of theirs.
 */
function anAddress() {
  const some = () => 1 + Math.floor(Math.random() * 250)
  return process.platform === 'linux' ? `127.1.${some()}.${some()}` : undefined
}

export function send(base, { method, path, headers = {}, body }) {
  const { port } = new URL(base)
  const begun = Date.now()
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
    const request = http.request(
      { host: '127.0.0.1', port, method, path, headers: { Host: `localhost:${port}`, ...headers, ...length }, localAddress: anAddress(), timeout: PATIENCE },
      (response) => {
        const parts = []
        const answered = () => {
          const type = (response.headers['content-type'] ?? '').split(';')[0]
          resolve({ status: response.statusCode, headers: response.headers, type, body: Buffer.concat(parts).toString(), took: Date.now() - begun })
        }
        // A stream has no end: that it begins is its answer.
        if ((response.headers['content-type'] ?? '').startsWith('text/event-stream')) {
          response.on('error', () => undefined)
          answered()
          request.destroy()
          return
        }
        response.on('data', (part) => parts.push(part))
        response.on('end', answered)
        response.on('error', reject)
      },
    )
    request.on('timeout', () => request.destroy(new Error(`No answer for ${PATIENCE / 1000} s`)))
    request.on('error', reject)
    request.end(body)
  })
}

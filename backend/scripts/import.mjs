// Loads the official files into a running Porte ouverte and says what became of their rows.
//   OPERATOR_CLIENT_SECRET=... node import.mjs [--everywhere] http://localhost:8080 SITES.csv[.gz] [COMMUNES.csv[.gz] [FORMER.csv[.gz]]]
// Needs nothing but Node. The communes go first: with them the houses' places are checked; FORMER are delegated and associated communes.
// --everywhere, for the demo only: then invents permanences for the houses of the list that take appointments.
import { readFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { basename } from 'node:path'

const everywhere = process.argv.includes('--everywhere')
const [origin, sites, communes, former] = process.argv.slice(2).filter((word) => word !== '--everywhere')
const onScreen = process.stdout.isTTY
const WIDTH = 30

/** A token of the operator's client; the login's address is the one that the API tells its app. */
async function operatorToken() {
  const { oidc } = await json(await fetch(`${origin}/api/v1/configuration`))
  const answer = await fetch(`${oidc.authority}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'porte-ouverte-operator',
      client_secret: process.env.OPERATOR_CLIENT_SECRET ?? '',
    }),
  })
  return (await json(answer)).access_token
}

async function json(answer) {
  const body = await answer.json().catch(() => ({}))
  if (answer.ok) return body
  throw new Error(`${answer.url}: ${answer.status} ${body.detail ?? body.title ?? body.error_description ?? ''}`)
}

async function load(kind, file, token) {
  const begun = Date.now()
  const content = readFileSync(file)
  const progress = new Progress(kind, begun)
  const { status, body } = await send(kind, basename(file), content, token, (sent) => progress.sent(sent / content.length))
  progress.end()
  if (status !== 200) throw new Error(`  ${kind}: ${status} ${body.detail ?? body.title ?? ''}`)
  const { rows, created, updated, unchanged, refused, counts, id } = body
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  console.log(`  ${kind}: ${rows} rows in ${seconds} s: ${created} new, ${updated} changed, ${unchanged} as before, ${refused} refused`)
  for (const { kind: what, severity, count } of counts) console.log(`    ${String(count).padStart(6)}  ${severity}: ${what}`)
  console.log(`    row by row: ${origin}/api/v1/imports/${id}`)
}

/** Permanences that nobody holds, so that the whole country can be tried. The server refuses it outside the demo. */
async function invent(token) {
  const headers = { Authorization: `Bearer ${token}` }
  const { permanences } = await json(await fetch(`${origin}/api/v1/imports/demo-permanences`, { method: 'POST', headers }))
  console.log(`  ${permanences} permanences invented for the demo; their slots follow within some minutes`)
}

/** Sends the file piece by piece, to know how far it is. */
function send(kind, fileName, content, token, onSent) {
  const address = new URL(`${origin}/api/v1/imports/${kind}?fileName=${encodeURIComponent(fileName)}`)
  const packed = content[0] === 0x1f && content[1] === 0x8b
  return new Promise((resolve, reject) => {
    const request = (address.protocol === 'https:' ? https : http).request(address, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': packed ? 'application/gzip' : 'text/csv',
        'Content-Length': content.length,
      },
    })
    request.on('error', reject)
    request.on('response', async (response) => {
      const chunks = []
      for await (const chunk of response) chunks.push(chunk)
      resolve({ status: response.statusCode, body: parsed(Buffer.concat(chunks).toString()) })
    })
    const piece = (from) => {
      if (from >= content.length) return request.end()
      const to = Math.min(from + 65_536, content.length)
      request.write(content.subarray(from, to), () => {
        onSent(to)
        piece(to)
      })
    }
    piece(0)
  })
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return { detail: text.slice(0, 200) }
  }
}

/** One line that is written again and again: the file on its way, then the seconds of the server's work. */
class Progress {
  constructor(kind, begun) {
    this.kind = kind
    this.begun = begun
    this.share = 0
    if (!onScreen) console.log(`  ${kind} ...`)
    this.timer = setInterval(() => this.draw(), 200)
  }

  sent(share) {
    this.share = share
    this.draw()
  }

  draw() {
    if (!onScreen) return
    const full = Math.round(this.share * WIDTH)
    const doing = this.share < 1 ? 'sending' : 'reading and writing'
    const seconds = Math.round((Date.now() - this.begun) / 1000)
    process.stdout.write(`\r\x1b[K  ${this.kind} [${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${doing}, ${seconds} s `)
  }

  end() {
    clearInterval(this.timer)
    if (onScreen) process.stdout.write('\r\x1b[K')
  }
}

try {
  if (!origin || !sites) throw new Error('Usage: node import.mjs ADDRESS SITES.csv[.gz] [COMMUNES.csv[.gz] [FORMER.csv[.gz]]]')
  const token = await operatorToken()
  if (communes) await load('communes', communes, token)
  if (former) await load('communes', former, token)
  await load('sites', sites, token)
  if (everywhere) await invent(token)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

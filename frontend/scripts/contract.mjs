// Lints openapi.yaml, and shows first that the linter refuses a broken one.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const contract = join(here, '../../openapi.yaml')
const redocly = join(here, '../node_modules/@redocly/cli/bin/cli.js')

function lint(file) {
  return spawnSync(
    process.execPath,
    [redocly, 'lint', file, '--config', join(here, '../redocly.yaml'), '--format', 'stylish'],
    {
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  )
}

const folder = mkdtempSync(join(tmpdir(), 'contract-'))
try {
  const broken = join(folder, 'openapi.yaml')
  const text = readFileSync(contract, 'utf8')
  writeFileSync(broken, text.replace('operationId: createHold', 'operationId: createBooking'))
  const refused = lint(broken)
  if (refused.status === 0 || !refused.stdout.includes('operation-operationId-unique')) {
    console.error('The linter accepts a contract in which two operations share an id.')
    console.error(refused.stdout, refused.stderr)
    process.exit(1)
  }
  const result = lint(contract)
  if (result.status !== 0) {
    console.error(result.stdout, result.stderr)
  }
  process.exitCode = result.status ?? 1
} finally {
  rmSync(folder, { recursive: true })
}

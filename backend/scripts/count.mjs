// Reads what a test runner reported and prints: passed failed skipped.
// node count.mjs surefire FOLDER | vitest FILE | playwright FILE
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [format, path] = process.argv.slice(2)

function surefire(folder) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const name of readdirSync(folder)) {
    if (!/^TEST-.*\.xml$/.test(name)) continue
    const head = /<testsuite\s[^>]*>/.exec(readFileSync(join(folder, name), 'utf8'))[0]
    const number = (attribute) => Number(new RegExp(`\\s${attribute}="(\\d+)"`).exec(head)?.[1] ?? 0)
    const failed = number('failures') + number('errors')
    total.failed += failed
    total.skipped += number('skipped')
    total.passed += number('tests') - failed - number('skipped')
  }
  return total
}

function vitest(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'))
  // A file that does not load has no test of its own to fail.
  const unloaded = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function playwright(file) {
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

const { passed, failed, skipped } = { surefire, vitest, playwright }[format](path)
console.log(passed, failed, skipped)

// Reads what a test runner reported and prints: passed failed skipped. Then a line for each test that failed: its name
// and the first line of why.
// node count.mjs surefire FOLDER | vitest FILE | playwright FILE
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [format, path] = process.argv.slice(2)

// Colours and line ends out; no longer than a line of a terminal.
function line(name, why) {
  const first = (why ?? '').replace(/\u001b\[[\d;]*m/g, '').trim().split('\n')[0]
  return `${name}: ${first}`.slice(0, 300)
}

function surefire(folder) {
  const total = { passed: 0, failed: 0, skipped: 0, names: [] }
  for (const name of readdirSync(folder)) {
    if (!/^TEST-.*\.xml$/.test(name)) continue
    const report = readFileSync(join(folder, name), 'utf8')
    const head = /<testsuite\s[^>]*>/.exec(report)[0]
    const number = (attribute) => Number(new RegExp(`\\s${attribute}="(\\d+)"`).exec(head)?.[1] ?? 0)
    const failed = number('failures') + number('errors')
    total.failed += failed
    total.skipped += number('skipped')
    total.passed += number('tests') - failed - number('skipped')
    total.names.push(...surefireNames(report))
  }
  return total
}

function surefireNames(report) {
  const failures = /<testcase name="([^"]*)" classname="([^"]*)"[^>]*>\s*<(?:failure|error)(?: message="([^"]*)")?/g
  return [...report.matchAll(failures)].map(([, name, type, why]) => line(`${type.split('.').pop()} ${name}`, why))
}

function vitest(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'))
  // A file that does not load has no test of its own to fail.
  const unloaded = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0)
  const failures = report.testResults.flatMap((one) => one.assertionResults.filter(({ status }) => status === 'failed'))
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    names: [
      ...unloaded.map((one) => line(one.name, one.message)),
      ...failures.map((one) => line(one.fullName, one.failureMessages[0])),
    ],
  }
}

function playwright(file) {
  const { stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8'))
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    names: [...errors.map((one) => line('before any test', one.message)), ...suites.flatMap(playwrightNames)],
  }
}

function playwrightNames({ specs = [], suites = [] }) {
  const failed = specs.filter((one) => !one.ok)
  return [
    ...failed.map((one) => line(`${one.file} ${one.title}`, one.tests[0].results.at(-1)?.error?.message)),
    ...suites.flatMap(playwrightNames),
  ]
}

const { passed, failed, skipped, names } = { surefire, vitest, playwright }[format](path)
console.log([`${passed} ${failed} ${skipped}`, ...names].join('\n'))

// What the API wrote to its log meanwhile: no fault, and nobody's data.
import { readFileSync, statSync } from 'node:fs'
import { MARK, ODD_MARK } from './marks.mjs'

const FAULT = / (ERROR|FATAL) /
const TRACE = /^(\s+at [\w.$]+\(|Caused by: )/
const SHOWN = 300

export class Log {
  /** From here on: while servers start, one may ask another too early. */
  constructor(file) {
    Object.assign(this, { file, from: statSync(file).size })
  }

  /** @param secrets that answers have told */
  look(judge, secrets) {
    let told = ''
    for (const line of readFileSync(this.file).subarray(this.from).toString().split('\n')) {
      const trace = TRACE.test(line)
      if (FAULT.test(line)) judge.note('a fault in the log', saying(line), line.slice(0, SHOWN))
      else if (trace && told) judge.note('a trace in the log', saying(told), line.slice(0, SHOWN))
      told = trace ? '' : line
      for (const secret of secrets) if (line.includes(secret)) judge.note('a secret in the log', secret, line.slice(0, SHOWN))
      if ([MARK, ODD_MARK].some((mark) => line.toLowerCase().includes(mark))) judge.note('somebody’s data in the log', 'a text about a person', line.slice(0, SHOWN))
    }
  }
}

/** Without its time and its request. */
const saying = (line) => line.replace(/^\S+ /, '').replace(/\[[\w-]{36}\]/, '').slice(0, 120)

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface CalendarEntry {
  uid: string
  start: string
  status: string
}

/** khal, a calendar program of Debian's, with a calendar of its own that is empty at first; its user lives in Paris. */
export class CalendarProgram {
  private readonly folder = mkdtempSync(join(tmpdir(), 'khal-'))

  constructor() {
    mkdirSync(join(this.folder, 'mine'))
    const formats = ['datetimeformat', 'longdatetimeformat'].map((name) => `${name} = %Y-%m-%d %H:%M`)
    const days = ['dateformat', 'longdateformat'].map((name) => `${name} = %Y-%m-%d`)
    writeFileSync(
      join(this.folder, 'config'),
      [
        '[calendars]', '[[mine]]', `path = ${this.folder}/mine`,
        '[locale]', 'local_timezone = Europe/Paris', 'default_timezone = Europe/Paris', 'timeformat = %H:%M', ...days, ...formats,
        '[sqlite]', `path = ${this.folder}/cache`,
      ].join('\n'),
    )
  }

  /** As a person opens a file that came with a mail. */
  import(file: string): void {
    const path = join(this.folder, 'attached.ics')
    writeFileSync(path, file)
    this.khal('import', '--batch', '-a', 'mine', path)
  }

  /** Everything of the half year from this day on, in the time of Paris. */
  entries(from: string): CalendarEntry[] {
    const rows = this.khal('list', '--notstarted', '--day-format', '', '--format', '{uid}|{start}|{status}', from, '183d')
    return rows.split('\n').filter(Boolean).map((row) => {
      const [uid, start, status] = row.split('|')
      return { uid: uid!, start: start!, status: status!.trim() }
    })
  }

  remove(): void {
    rmSync(this.folder, { recursive: true })
  }

  private khal(...args: string[]): string {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' }
    return execFileSync('khal', ['-c', join(this.folder, 'config'), ...args], { env, encoding: 'utf8' })
  }
}

import { shallowRef } from 'vue'
import { ApiProblem } from '@/api'
import type { Differences } from '@/api/registers'
import { keys, readAgain, useSending } from '@/staff'
import { t } from '@/text'
import { focusOn } from '@/ui'

const LINE = /^line(\d+)\.(.+)$/

/** What a file would change; rows of one register, of several, or of none. */
export interface Found {
  digest: string
  counts: Differences['counts']
  rows: (Omit<Differences['rows'][number], 'kind'> & Partial<Pick<Differences['rows'][number], 'kind'>>)[]
}
interface How<File> {
  /** A column, as its form calls it. */
  column?: (name: string) => string
  preview: (file: File) => Promise<Found>
  apply: (file: File, digest: string) => Promise<{ id?: string | null; counts: Found['counts'] }>
}

/** A file that is brought in: first what it would change, then, unchanged, done. */
export function useImport<File>({ column = (name) => name, preview, apply }: How<File>) {
  const seen = shallowRef<{ file: File; differences: Found } | null>(null)
  // What changed meanwhile is looked at again before anything is written.
  const sending = useSending({}, async () => {
    seen.value = null
    sending.form.check([{ id: '', message: t('register.import.stale') }])
  })
  const { busy, said } = sending

  /** A wrong cell is named with its line: the same may be wrong in many. */
  const attempt = (work: () => Promise<string>) =>
    sending.attempt(async () => {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof ApiProblem) || !error.errors.some(({ field }) => LINE.test(field))) throw error
        sending.form.check(error.errors.map(({ field, message }) => ({ id: '', message: named(field, message) })))
        return ''
      }
    })
  function named(field: string, message: string): string {
    const [, line, name] = LINE.exec(field) ?? []
    return line ? t('register.import.line', { line, column: column(name!), message }) : message
  }

  async function look(read: () => Promise<File>): Promise<void> {
    seen.value = null
    const found = await attempt(async () => {
      const file = await read()
      seen.value = { file, differences: await preview(file) }
      return ''
    })
    if (found && seen.value) await focusOn('import-preview')
  }

  async function bringIn(): Promise<void> {
    const what = seen.value
    if (!what) return
    const done = await attempt(async () => {
      const { id, counts } = await apply(what.file, what.differences.digest)
      seen.value = null
      // A table of houses or of agents, too, is brought in here.
      await readAgain(keys.register.all, keys.site.all, keys.agent.all)
      return id || counts.created || counts.changed ? t('register.import.done', { created: counts.created, changed: counts.changed }) : t('register.import.nothing')
    })
    if (done && said.value) await focusOn('import-said')
  }

  return { seen, sending, busy, said, look, bringIn, leave: () => (seen.value = null) }
}

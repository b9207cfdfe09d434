import { isProblem } from '@/api'
import type { Attendance, Mark } from '@/api/partners'
import { t } from '@/text'
import { type Done, doneThat } from '@/ui/useDone'

/** One more thing said of a visit, with all that was said before; of somebody who was not there, only the note stays. */
export function wholeMark(before: Attendance | undefined, change: Partial<Mark>): Mark {
  const outcome = change.outcome ?? before?.outcome ?? 'attended'
  return tidy({ outcome, ...noteOf(before?.note), ...(outcome === 'attended' ? inside(before) : {}), ...change })
}

/** How what is said of one visit is sent, and seen at once. */
export interface Voice {
  put: (seen: number, whole: Mark) => Promise<Attendance>
  unput: (seen: number) => Promise<void>
}

/** `show`: told what is said from now on; `reload`: when the list did not know something. */
export function voice({ put, unput }: Voice, show: (now: Attendance | undefined) => void, reload: () => Promise<unknown>): Voice {
  async function sent<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (overtaken(error) || isProblem(error, 'attendance-not-allowed')) await reload()
      throw error
    }
  }
  return {
    put: (seen, whole) => sent(async () => {
      const now = await put(seen, whole)
      show(now)
      return now
    }),
    unput: (seen) => sent(async () => {
      await unput(seen)
      show(undefined)
    }),
  }
}

interface Marking extends Voice {
  before: Attendance | undefined
  whole: Mark
  said: string
}

/** Says something of a visit; taken back, it says again what was said before, or nothing. */
export async function marking({ before, whole, said, put, unput }: Marking): Promise<Done> {
  const { version } = await put(before?.version ?? 0, whole)
  return doneThat(said, async () => {
    await (before ? put(version, tidy(before)) : unput(version))
    return { said: t('done.undone', { what: said }) }
  })
}

/** Takes back all that was said of a visit, however long ago; once more pressed, it is said again. */
export async function unmarking({ before, said, put, unput }: Omit<Marking, 'whole' | 'before'> & { before: Attendance }): Promise<Done> {
  await unput(before.version)
  return doneThat(said, async () => {
    await put(0, tidy(before))
    return { said: t('done.undone', { what: said }) }
  })
}

/** Somebody else marked the same person meanwhile: theirs is shown, and nothing is overwritten unseen. */
export const overtaken = (error: unknown): boolean => isProblem(error, 'stale')

const noteOf = (note?: string) => (note ? { note } : {})
const inside = (before?: Attendance) => ({ papersMissing: before?.papersMissing ?? false, ...(before?.result ? { result: before.result } : {}) })

/** What is said of somebody who was there is not said of somebody who was not. */
function tidy({ outcome, papersMissing, result, note, received }: Mark): Mark {
  const said = noteOf(note?.trim())
  if (outcome !== 'attended') return { outcome, ...said }
  return { outcome, papersMissing: papersMissing ?? false, ...(result ? { result } : {}), ...(received ? { received } : {}), ...said }
}

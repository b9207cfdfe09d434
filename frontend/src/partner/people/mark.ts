import { isProblem } from '@/api'
import type { Attendance, Mark } from '@/api/partners'
import { t } from '@/text'
import { type Done, doneThat } from '@/ui/useDone'

/** One more thing said of a visit, with all that was said before; of somebody who was not there, only the note stays. */
export function wholeMark(before: Attendance | undefined, change: Partial<Mark>): Mark {
  const outcome = change.outcome ?? before?.outcome ?? 'attended'
  return tidy({ outcome, ...noteOf(before?.note), ...(outcome === 'attended' ? inside(before) : {}), ...change })
}

interface Marking {
  before: Attendance | undefined
  whole: Mark
  said: string
  put: (seen: number, whole: Mark) => Promise<Attendance>
}

/** Says something of a visit. A correction can be taken back; before the first mark there was nothing that could be said again. */
export async function marking({ before, whole, said, put }: Marking): Promise<Done> {
  const { version } = await put(before?.version ?? 0, whole)
  return doneThat(said, before && (async () => {
    await put(version, tidy(before))
    return { said: t('done.undone', { what: said }) }
  }))
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

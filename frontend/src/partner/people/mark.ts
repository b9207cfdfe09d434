import { isProblem } from '@/api'
import type { Attendance, Mark } from '@/api/partners'

/** One more thing said of a visit, with all that was said before; of somebody who was not there, only the note stays. */
export function wholeMark(before: Attendance | undefined, change: Partial<Mark>): Mark {
  const outcome = change.outcome ?? before?.outcome ?? 'attended'
  return tidy({ outcome, ...noteOf(before?.note), ...(outcome === 'attended' ? inside(before) : {}), ...change })
}

/** Somebody else marked the same person meanwhile: theirs is shown, and nothing is overwritten unseen. */
export const overtaken = (error: unknown): boolean => isProblem(error, 'stale', 'stale-version') || (isProblem(error) && error.status === 412)

const noteOf = (note?: string) => (note ? { note } : {})
const inside = (before?: Attendance) => ({ papersMissing: before?.papersMissing ?? false, ...(before?.result ? { result: before.result } : {}) })

/** What is said of somebody who was there is not said of somebody who was not. */
function tidy({ outcome, papersMissing, result, note, received }: Mark): Mark {
  const said = noteOf(note?.trim())
  if (outcome !== 'attended') return { outcome, ...said }
  return { outcome, papersMissing: papersMissing ?? false, ...(result ? { result } : {}), ...(received ? { received } : {}), ...said }
}

import { isProblem } from '@/api'
import { type Attendance, type Mark, restated } from '@/api/partners'
import { t } from '@/text'
import { type Done, doneThat } from '@/ui/useDone'

/** One more thing said of a visit, with all that was said before; of somebody who was not there, only the note stays. */
export function wholeMark(before: Attendance | undefined, change: Partial<Mark>): Mark {
  const outcome = change.outcome ?? before?.outcome ?? 'attended'
  const whole: Mark = { ...(before ? restated(before) : {}), ...change, outcome }
  // What it came to, and that papers were there, contradict each other: what is said last holds.
  if (change.papersMissing === false && whole.result === 'papersMissing') delete whole.result
  return tidy(whole)
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
    await (before ? put(version, tidy(restated(before))) : unput(version))
    return { said: t('done.undone', { what: said }) }
  })
}

/** Takes back all that was said of a visit, however long ago; once more pressed, it is said again. */
export async function unmarking({ before, said, put, unput }: Omit<Marking, 'whole' | 'before'> & { before: Attendance }): Promise<Done> {
  await unput(before.version)
  return doneThat(said, async () => {
    await put(0, tidy(restated(before)))
    return { said: t('done.undone', { what: said }) }
  })
}

/** Somebody else marked the same person meanwhile: theirs is shown, and nothing is overwritten unseen. */
export const overtaken = (error: unknown): boolean => isProblem(error, 'stale')

/** What is said of somebody who was there is not said of somebody who was not; what nobody said is left out. */
function tidy(mark: Mark): Mark {
  const note = mark.note?.trim() || undefined
  const { procedureIds, partnerId, channel, ageBand, insee } = mark
  const about = { procedureIds, partnerId, channel, ageBand, insee }
  if (mark.outcome !== 'attended') return said({ outcome: mark.outcome, ...about, note })
  const papersMissing = (mark.papersMissing ?? false) || mark.result === 'papersMissing'
  const elsewhere = mark.result === 'passedOn'
  return said({
    ...mark,
    ...about,
    papersMissing,
    documentIds: papersMissing ? mark.documentIds : undefined,
    passedOnPartnerId: elsewhere ? mark.passedOnPartnerId : undefined,
    passedOnTo: elsewhere ? mark.passedOnTo : undefined,
    note,
  })
}

function said(mark: Mark): Mark {
  const given = Object.entries(mark).filter(([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0))
  return { ...(mark.outcome === 'attended' ? { papersMissing: mark.papersMissing ?? false } : {}), ...Object.fromEntries(given) } as Mark
}

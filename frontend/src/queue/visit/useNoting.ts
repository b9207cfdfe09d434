import { computed } from 'vue'
import { onceUntilAnswered } from '@/api'
import { restated } from '@/api/partners/attendance'
import * as api from '@/api/visits'
import type { Attendance, Channel, Mark, SiteVisit, Visit } from '@/api/visits'
import { keys, useRead } from '@/staff'
import { t } from '@/text'
import { type Done, doneThat, type DoneLine } from '@/ui/useDone'

/** Others note visits, too: asked for again this often, in milliseconds. */
const AGAIN = 120_000

/** What is still to be said of a house's visits, and the calls and questions that are counted without a number. */
export function useNoting(siteId: string, run: DoneLine['run']) {
  const toNote = useRead(() => keys.queue.toNote(siteId), () => api.listVisitsToNote(siteId), { every: AGAIN })
  const counts = useRead(() => keys.queue.counted(siteId), () => api.readCounted(siteId), { every: AGAIN })
  const visits = computed(() => toNote.data.value ?? [])
  const counted = computed(() => counts.data.value ?? {})
  const once = onceUntilAnswered()

  /**
   * `before`: what was noted and is corrected. Somebody else may have been faster: then the list is read again, and nothing is overwritten
   * unseen. A correction that is taken back says again what it corrected.
   */
  async function note(visit: Visit, mark: Mark, before?: Attendance): Promise<Done> {
    const said = t(before ? 'visit.corrected' : 'visit.noted', { number: visit.number, what: mark.result ? t(`visit.${mark.result}`) : t('visit.unsaid') })
    try {
      const { version } = await api.noteVisit(visit, before?.version ?? 0, mark)
      toNote.data.value = visits.value.filter(({ ticketId }) => ticketId !== visit.ticketId)
      return doneThat(said, async () => {
        await (before ? api.noteVisit(visit, version, restated(before)) : api.unnoteVisit(visit, version))
        await toNote.reload()
        // What was booked on the spot is the person's: it is cancelled by itself, or not.
        return { said: t(mark.followUp ? 'visit.undoneBooked' : 'done.undone', { what: said }) }
      })
    } catch (error) {
      await toNote.reload()
      throw error
    }
  }

  /** A call or a question that was counted by mistake; taken back it says again what it said. */
  async function drop(visit: SiteVisit, number: string): Promise<Done> {
    const { noted } = visit
    if (!noted) return { said: '' }
    await api.unnoteVisit(visit, noted.version)
    await counts.reload()
    const said = t('visit.tookBack', { number })
    return doneThat(said, async () => {
      await api.noteVisit(visit, 0, restated(noted))
      await counts.reload()
      return { said: t('done.undone', { what: said }) }
    })
  }

  async function count(channel: Channel): Promise<Done> {
    const visit = await once(`count ${channel}`, (key) => api.countVisit(siteId, { channel }, key))
    await counts.reload()
    const said = t(channel === 'telephone' ? 'visit.callCounted' : 'visit.questionCounted', { count: counted.value[channel] ?? 1 })
    return doneThat(said, async () => {
      await api.uncountVisit(visit)
      await counts.reload()
      return { said: t('done.undone', { what: said }) }
    })
  }

  return {
    visits,
    counted,
    failure: toNote.failure,
    known: computed(() => toNote.data.value !== null),
    reload: toNote.reload,
    note: (visit: Visit, mark: Mark, before?: Attendance) => run(() => note(visit, mark, before)),
    drop: (visit: SiteVisit, number: string) => run(() => drop(visit, number)),
    count: (channel: Channel) => run(() => count(channel)),
  }
}

export type Noting = ReturnType<typeof useNoting>

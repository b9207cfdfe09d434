import { onceUntilAnswered } from '@/api'
import { closeCounters, departAll, undoDeparture } from '@/api/queue'
import { t } from '@/text'
import { doneThat, type DoneLine } from '@/ui/useDone'

/** What ends a house's day before midnight does. */
export function useEnding(siteId: string, run: DoneLine['run']) {
  const once = onceUntilAnswered()
  /** All who wait or were put aside; one undo brings all back. */
  function endQueue(): Promise<boolean> {
    return run(async () => {
      const { id, left } = await once('depart', (key) => departAll(siteId, key))
      if (!id) return { said: t('ending.nobody') }
      return doneThat(t('ending.gone', { count: left }), async () => ({ said: t('ending.back', { count: await once(`back ${id}`, (key) => undoDeparture(siteId, id, key)) }) }))
    })
  }

  /** Who is at a counter is served to the end. */
  function closeAll(): Promise<boolean> {
    return run(async () => {
      const busy = (await once('close', (key) => closeCounters(siteId, key))).filter(({ open }) => open).map(({ name }) => name)
      return { said: busy.length ? t('ending.closedBut', { counters: busy.join(', ') }) : t('ending.closed') }
    })
  }

  return { endQueue, closeAll }
}

import { computed, ref, watch } from 'vue'
import { newKey } from '@/api'
import { listSuspects, release, type SuspectGroup, undoRelease } from '@/api/suspects'
import { keys, readAgain, useRead, visits } from '@/staff'
import { t } from '@/text'
import { doneThat, useDone } from '@/ui/useDone'

/** What may be a robot's: who is ticked is freed in one act, and the act can be taken back. */
export function useSuspects(site: () => string) {
  const reading = useRead(() => keys.booking.suspects(site()), () => listSuspects(site()), { still: true })
  const picked = ref(new Set<string>())
  const holdsOf = ref(new Set<string>())
  const done = useDone()
  const groups = computed(() => reading.data.value ?? [])
  const chosen = computed(() => groups.value.flatMap(({ bookings }) => bookings).filter(({ reference }) => picked.value.has(reference)))
  const told = computed(() => chosen.value.filter(({ contact }) => contact).length)
  const held = computed(() => groups.value.filter(({ id }) => holdsOf.value.has(id)).reduce((sum, { holds }) => sum + holds, 0))

  // Who left no contact is ticked to begin with: nobody is known to come.
  watch(groups, (all) => {
    picked.value = new Set(all.flatMap(({ bookings }) => bookings.filter(({ contact }) => !contact).map(({ reference }) => reference)))
    holdsOf.value = new Set(all.filter(({ holds }) => holds).map(({ id }) => id))
  }, { immediate: true })

  function tickAll(group: SuspectGroup, on: boolean): void {
    for (const { reference } of group.bookings) picked.value[on ? 'add' : 'delete'](reference)
    holdsOf.value[on && group.holds ? 'add' : 'delete'](group.id)
  }

  async function changed(): Promise<void> {
    await Promise.all([reading.reload(), readAgain(...visits)])
  }

  async function free(reason: string): Promise<void> {
    await done.run(async () => {
      const body = { references: [...picked.value], groups: [...holdsOf.value], ...(reason.trim() && { reason: reason.trim() }) }
      const { id, bookings, holds, told: heard } = await release(site(), body, newKey())
      await changed()
      const said = t('suspects.done', { count: bookings + holds, told: heard })
      return bookings ? doneThat(said, () => back(id)) : { said }
    })
  }

  async function back(act: string) {
    const { back: again, gone } = await undoRelease(site(), act)
    await changed()
    return { said: t('suspects.undone', { count: again, gone }) }
  }

  return { ...reading, groups, picked, chosen, told, held, holdsOf, done, tickAll, free }
}

import { computed, type Ref, watch } from 'vue'
import type { Queue } from '@/api/queue'

/** The order changes also when nobody does anything: an appointment's time comes, a pause after an absence ends. Then it is read again. */
export function useTurns(queue: Ref<Queue | null>, now: Ref<number>, refresh: () => unknown): void {
  const turns = computed(() => {
    const read = Date.parse(queue.value?.now ?? '')
    const times = (queue.value?.waiting ?? []).flatMap(({ dueAt, callableAt }) => [dueAt, callableAt]).map((time) => Date.parse(time ?? ''))
    return times.filter((time) => time > read)
  })
  watch(
    () => turns.value.some((time) => time <= now.value),
    (due) => due && void refresh(),
  )
}

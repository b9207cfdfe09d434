import { computed, ref, type Ref, watch } from 'vue'
import type { Obstacle } from '@/api/queue'
import { t } from '@/text'
import { theBoard } from './context'
import type { Errand } from './ErrandChoice.vue'

/** What counts for somebody who is in the house already. */
const INSIDE: Obstacle[] = ['sessionOver', 'noMoreNumbers']

/** What stands against giving a number, or passing somebody on; staff may all the same, and say why. */
export function useObstacle(errand: Ref<Errand | null>, inside = false) {
  const { queue } = theBoard()
  const reason = ref('')
  const error = ref('')
  const obstacle = computed(() => {
    const wanted = errand.value
    if (!wanted || (inside && !wanted.permanenceId)) return undefined
    const why = queue.value?.numbers.find(({ permanenceId }) => permanenceId === wanted.permanenceId)?.refused
    // A permanence by appointment: staff make the exception without a word, as ever.
    if (!why || (why === 'byAppointment' && wanted.permanenceId)) return undefined
    return inside && !INSIDE.includes(why) ? undefined : why
  })
  watch(obstacle, () => (error.value = ''))

  /** What to send with it; null: a reason is missing, which is said. */
  function given(): { reason?: string } | null {
    if (!obstacle.value) return {}
    const why = reason.value.trim()
    error.value = why.length < 3 ? t('number.whyMissing') : ''
    return error.value ? null : { reason: why }
  }

  return { obstacle, reason, error, given }
}

export type Exception = ReturnType<typeof useObstacle>

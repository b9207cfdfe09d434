import { ref, shallowRef } from 'vue'
import { type Failure, isProblem, type Slot } from '@/api'
import { t } from '@/text'
import { failureOf } from '@/ui'
import { type SlotContext, takeSlot } from './holding'

/** Keeping a slot from a screen: what to say when it cannot be had, and which others are near. */
export function useTake() {
  const busy = ref(false)
  const refusal = ref('')
  const near = shallowRef<Slot[]>([])
  const failure = shallowRef<Failure | null>(null)

  async function take(slot: Slot, context: SlotContext): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    refusal.value = ''
    failure.value = null
    try {
      await takeSlot(slot, context)
      return true
    } catch (error) {
      if (isProblem(error, 'slot-taken', 'slot-closed')) {
        refusal.value = t(error.code === 'slot-taken' ? 'slot.taken' : 'slot.closed')
        near.value = error.alternatives
      } else if (isProblem(error, 'too-many-holds')) {
        refusal.value = t('slot.tooMany')
        near.value = []
      } else {
        failure.value = failureOf(error)
      }
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, refusal, near, failure, take }
}

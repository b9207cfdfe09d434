import { ref, shallowRef } from 'vue'
import { type Failure, isProblem, type Slot } from '@/api'
import { t } from '@/text'
import { failureOf } from '@/ui'
import { type SlotContext, takeSlot } from './holding'
import { isGivenUp, useProof } from './useProof'

/** Keeping a slot from a screen: what to say when it cannot be had, and which others are near. */
export function useTake() {
  const busy = ref(false)
  const refusal = ref('')
  const near = shallowRef<Slot[]>([])
  const failure = shallowRef<Failure | null>(null)
  const { proof, proven, forget } = useProof()
  /** Of the house that has to be called. */
  const phone = ref<string | null>(null)
  let latest = 0

  async function take(slot: Slot, context: SlotContext): Promise<boolean> {
    if (busy.value && !proof.challenge) return false
    forget()
    const turn = ++latest
    busy.value = true
    refusal.value = ''
    failure.value = null
    phone.value = null
    try {
      await proven((payload) => takeSlot(slot, context, payload))
      return true
    } catch (error) {
      if (isProblem(error, 'slot-taken', 'slot-closed')) {
        refusal.value = t(error.code === 'slot-taken' ? 'slot.taken' : 'slot.closed')
        near.value = error.alternatives
      } else if (isProblem(error, 'too-many-holds')) {
        refusal.value = t('slot.tooMany')
        near.value = []
      } else if (isProblem(error, 'call-the-house')) {
        refusal.value = t('proof.call')
        phone.value = context.site.phone ?? null
        near.value = []
      } else if (!isGivenUp(error)) {
        failure.value = failureOf(error)
      }
      return false
    } finally {
      if (turn === latest) busy.value = false
    }
  }

  return { busy, refusal, near, failure, proof, phone, take }
}

import { computed, ref, shallowRef } from 'vue'
import { ApiProblem } from '@/api'
import { type Call, type CallOutcome, readCallSheet, settleCall } from '@/api/messages'
import { keys, useRead } from '@/staff'
import { t } from '@/text'
import { focusOn } from '@/ui'
import { refusalText } from '@/ui/refusal'

/** Another clerk may be calling from the same list: it is asked for again this often, in milliseconds. */
const AGAIN = 60_000
/** Who hears too late stands before a closed door: these come first. */
const URGENT = ['cancelledByHouse', 'moved', 'houseMoved', 'cancelled', 'waitlistOffer']

export const fullName = ({ firstName, lastName }: Call) => `${firstName} ${lastName}`

/** Whom a house has to call on a local day (today when none is given), and what came of it. */
export function useCalls(siteId: () => string, date: () => string | undefined) {
  const busy = ref(false)
  const said = ref('')
  const refused = shallowRef<{ id: string; text: string } | null>(null)
  /** Whose lines are open. */
  const opened = ref(new Set<string>())
  /** The call for which another time is being chosen. */
  const moving = ref<string | null>(null)

  const { data: sheet, failure, busy: loading, reload } = useRead(() => keys.message.calls(siteId(), date()), () => readCallSheet(siteId(), date()), {
    every: AGAIN,
    unless: () => busy.value || moving.value !== null,
  })
  const items = computed(() => sheet.value?.items ?? [])
  const open = computed(() => items.value.filter(({ state }) => state === 'waiting'))
  const done = computed(() => items.value.filter(({ state }) => state !== 'waiting'))
  const groups = computed(() =>
    (['urgent', 'usual'] as const)
      .map((group) => ({ group, calls: open.value.filter(({ kind }) => URGENT.includes(kind) === (group === 'urgent')) }))
      .filter(({ calls }) => calls.length),
  )

  function turn({ id }: Call): void {
    if (!opened.value.delete(id)) opened.value.add(id)
  }

  async function settle(call: Call, outcome: CallOutcome): Promise<void> {
    if (busy.value) return
    busy.value = true
    refused.value = null
    const next = follower(call)
    try {
      const settled = await settleCall(call.id, outcome)
      sheet.value = { ...sheet.value!, items: items.value.map((one) => (one.id === call.id ? settled : one)) }
      said.value = t(`calls.said.${outcome.result}`, { name: fullName(call) })
      moving.value = null
      // Nine people are called in a row: the next one opens by itself.
      if (next) opened.value.add(next.id)
      await focusOn(next ? `call-${next.id}` : 'calls-said')
    } catch (error) {
      refused.value = { id: call.id, text: refusalText(error) }
      // What was refused has mostly been done by somebody else.
      if (error instanceof ApiProblem && error.status === 409) await reload()
    } finally {
      busy.value = false
    }
  }

  /** Who is called after this one: the next on the page, else the first that is left. */
  function follower(call: Call): Call | undefined {
    const order = groups.value.flatMap(({ calls }) => calls)
    const at = order.findIndex(({ id }) => id === call.id)
    const others = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))]
    return at < 0 ? undefined : others[0]
  }

  return { sheet, failure, loading, reload, busy, said, refused, opened, turn, moving, items, open, done, groups, settle }
}

export type Calls = ReturnType<typeof useCalls>

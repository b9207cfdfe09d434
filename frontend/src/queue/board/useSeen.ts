import { ref, shallowRef, watch } from 'vue'
import type { Ticket } from '@/api/queue'
import { theBoard } from './context'

/** A person as a dialog shows them: what changes meanwhile is refused and told first, and only then counts as seen. */
export function useSeen(ticket: Ticket) {
  const { queue } = theBoard()
  const seen = shallowRef(ticket)
  const told = ref(false)
  watch(queue, (now) => {
    const all = [...(now?.waiting ?? []), ...(now?.present ?? []), ...(now?.finished ?? [])]
    if (told.value) seen.value = all.find(({ id }) => id === ticket.id) ?? seen.value
  })
  return { seen, told }
}

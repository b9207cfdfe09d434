import { effectScope, ref } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import type { Counter, Queue } from '@/api/queue'
import type { VisitToNote } from '@/api/visits'
import type { Noting } from '../visit/useNoting'
import { useLastVisit } from './useLastVisit'

const NOW = Date.parse('2026-11-23T09:00:00Z')

function last(visit: Partial<VisitToNote>, own: Counter | null) {
  const noting = { visits: ref([{ ticketId: 't1', number: 'R001', endedAt: '2026-11-23T08:55:00Z', ...visit }]), reload: vi.fn(), note: vi.fn() }
  const parts = { queue: ref<Queue | null>(null), counter: ref(own), noting: noting as unknown as Noting, now: ref(NOW) }
  return { ...effectScope().run(() => useLastVisit(parts))!, noting }
}

describe('the visit that ended last', () => {
  it('is of one’s own counter: who has none is not asked for one that ended at no counter', () => {
    expect(last({}, null).lastVisit.value).toBeNull()
    expect(last({ counterId: 'g1' }, { id: 'g1' } as Counter).lastVisit.value?.ticketId).toBe('t1')
  })

  it('waits in the list while the next person is at the counter', () => {
    expect(last({ counterId: 'g1' }, { id: 'g1', ticket: { id: 't2' } } as unknown as Counter).lastVisit.value).toBeNull()
  })

  it('is not noted by its key while something else is being said of it', () => {
    const { asking, noteSolved, noting } = last({ counterId: 'g1' }, { id: 'g1' } as Counter)
    asking.value = true
    noteSolved()
    expect(noting.note).not.toHaveBeenCalled()
    asking.value = false
    noteSolved()
    expect(noting.note).toHaveBeenCalledOnce()
  })
})

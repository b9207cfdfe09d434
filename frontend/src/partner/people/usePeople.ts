import { computed, ref, shallowRef } from 'vue'
import * as api from '@/api/partners'
import type { AgentSession, Attendance, Mark, NotMarked, SessionBooking } from '@/api/partners'
import { t } from '@/text'
import { keys, useRead } from '@/staff'
import { type Done, type DoneLine, doneThat } from '@/ui/useDone'
import { personName } from '../spell'
import { marking, unmarking, type Voice, voice, wholeMark } from './mark'

/** People arrive and colleagues mark them: the list is asked for again this often, in milliseconds. */
const AGAIN = 60_000

/** Where it is said that all were marked together. */
export const EVERYBODY = 'everybody'

/** Who comes to a session, and what is said of each visit; `noted`: told of each. */
export function usePeople(session: () => AgentSession, done: DoneLine, noted: () => void = () => undefined) {
  /** For whom a note is being written, or the next appointment looked for. */
  const writing = ref<string | null>(null)
  const following = ref<string | null>(null)
  const { data: people, failure, reload } = useRead(() => keys.partner.people(session().id), () => api.listPeople(session().id), {
    every: AGAIN,
    unless: () => done.busy.value || writing.value !== null || following.value !== null,
  })
  /** Whom one tap for everybody left out, until something else is done. */
  const leftOut = shallowRef<NotMarked[]>([])
  const booked = shallowRef<Record<string, string>>({})

  const coming = computed(() => people.value ?? [])
  const unmarked = computed(() => coming.value.filter(({ attendance }) => !attendance))
  const tally = computed(() => {
    const count = (outcome: Mark['outcome']) => coming.value.filter(({ attendance }) => attendance?.outcome === outcome).length
    return { attended: count('attended'), absent: count('absent'), excused: count('excused'), left: unmarked.value.length }
  })

  function voiceOf({ reference }: SessionBooking): Voice {
    const show = (attendance?: Attendance) => {
      people.value = (people.value ?? []).map((one) => (one.reference === reference ? { ...one, attendance } : one))
      noted()
    }
    return voice({ put: (seen, whole) => api.markVisit(reference, seen, whole), unput: (seen) => api.unmarkVisit(reference, seen) }, show, reload)
  }

  function mark(person: SessionBooking, change: Partial<Mark>): Promise<boolean> {
    const whole = wholeMark(person.attendance, change)
    leftOut.value = []
    return done.run(async () => {
      const marked = await marking({ before: person.attendance, whole, said: t(`people.said.${whole.outcome}`, { name: personName(person) }), ...voiceOf(person) })
      // Their number is done with it.
      if (whole.received) await reload()
      return marked
    }, person.reference)
  }

  function unmark(person: SessionBooking, before: Attendance): Promise<boolean> {
    return done.run(() => unmarking({ before, said: t('people.said.unmarked', { name: personName(person) }), ...voiceOf(person) }), person.reference)
  }

  const everybody = () => done.run(allPresent, EVERYBODY)
  async function allPresent(): Promise<Done> {
    const before = unmarked.value.length
    const { items, notMarked } = await api.markAllPresent(session().id)
    people.value = items
    leftOut.value = notMarked
    noted()
    const count = before - unmarked.value.length
    return count ? doneThat(t('people.said.all', { count }), noneSaid) : { said: t('people.said.allNobody') }
  }
  async function noneSaid(): Promise<Done> {
    people.value = await api.undoAllPresent(session().id)
    leftOut.value = []
    return { said: t('people.said.undone') }
  }

  /** `moment`: of the new appointment, as it is said. */
  function follow(person: SessionBooking, slotId: string, key: string, spell: (start: string) => string): Promise<boolean> {
    return done.run(async () => {
      const made = await api.bookFollowUp(person.reference, slotId, person.procedure.id, key)
      booked.value = { ...booked.value, [person.reference]: made.start }
      following.value = null
      return { said: t('people.said.followUp', { name: personName(person), moment: spell(made.start) }) }
    }, person.reference)
  }

  return { people, failure, reload, done, writing, following, booked, coming, unmarked, leftOut, tally, mark, unmark, everybody, follow }
}

export type People = ReturnType<typeof usePeople>

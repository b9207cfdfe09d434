import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { type AgeBand, type Attendance, type Channel, type Commune, type Mark, type Result, suggestCommunes, type Visit } from '@/api/visits'
import { sensitiveIn } from '@/staff/sensitive'
import { t } from '@/text'

export const RESULTS: Result[] = ['solved', 'autonomous', 'papersMissing', 'continued', 'passedOn', 'gaveUp']
export const CHANNELS: Channel[] = ['counter', 'telephone', 'selfService', 'video', 'bus']
export const AGES: AgeBand[] = ['under12', 'from12', 'from18', 'from25', 'from40', 'from60', 'from70']

/** What was pressed and ticked already, before the rest was asked for. */
export type Begun = Pick<Mark, 'result' | 'documentIds' | 'passedOnTo' | 'passedOnPartnerId'>

/** What is said of a visit at first. */
function beginning(visit: Visit, begun: Begun, before?: Attendance) {
  const about = before?.procedures.map(({ id }) => id) ?? []
  return {
    /** Empty: nobody said, and a correction need not. */
    result: (before ? (before.result ?? '') : (begun.result ?? 'solved')) as Result | '',
    procedures: about.length || !visit.procedure ? about : [visit.procedure.id],
    /** Empty: whose the first procedure is. */
    partner: before?.partner?.id ?? '',
    channel: (before?.channel ?? '') as Channel | '',
    documents: before?.documents.map(({ id }) => id) ?? [...(begun.documentIds ?? [])],
    followUp: before?.followUp ?? '',
    passedOnTo: before?.passedOnTo ?? begun.passedOnTo ?? '',
    passedOnPartner: before?.passedOnPartner?.id ?? begun.passedOnPartnerId ?? '',
    age: (before?.ageBand ?? '') as AgeBand | '',
    /** Only its code was kept. */
    commune: before?.insee ?? '',
    insee: before?.insee ?? '',
    mandate: before?.aidantsConnect ?? false,
    blocked: before?.administrationPlus ?? false,
    note: before?.note ?? '',
  }
}

/** All that may be said of a visit, as it is being said; `before`: what was noted of it, which a correction begins with. */
export function useDetails(visit: Visit, begun: Begun = {}, before?: Attendance) {
  const said = reactive(beginning(visit, begun, before))
  /** Said beside another result, as a partner's agent may: it stays true of that visit. */
  const papersToo = !!before?.papersMissing && before.result !== 'papersMissing'
  const asksPapers = computed(() => papersToo || said.result === 'papersMissing')
  const asksNext = computed(() => !!before?.followUp || said.result === 'continued')
  // Another procedure is another partner's, unless somebody chose one here.
  watch(() => said.procedures[0], () => {
    if (said.partner === before?.partner?.id) said.partner = ''
  })
  const found = shallowRef<Commune[]>([])
  const asked = ref(0)
  /** As they are chosen: several communes have one name. */
  const spell = ({ name, postcodes, insee }: Commune) => `${name} (${postcodes[0] ?? insee})`
  const communes = computed(() => found.value.map(spell))
  /** Said while it is typed, before anything is sent. */
  const warning = computed(() => {
    const kind = sensitiveIn(said.note)
    return kind ? t(`visit.sensitive.${kind}`) : ''
  })

  /** A name that is no commune would be lost without a word. */
  const unchosen = computed(() => !!said.commune.trim() && !said.insee)

  /** Another name is another commune, until one of the list is chosen. */
  async function typed(name: string): Promise<void> {
    const chosen = found.value.find((one) => spell(one) === name)
    const kept = name.trim() === before?.insee ? name.trim() : ''
    Object.assign(said, { commune: name, insee: chosen?.insee ?? kept })
    if (chosen || kept || name.trim().length < 2) return
    const turn = ++asked.value
    const some = await suggestCommunes(name).catch(() => [])
    if (turn === asked.value) found.value = some
  }

  function mark(): Mark {
    const { result, note, followUp, passedOnTo, passedOnPartner } = said
    return {
      outcome: 'attended',
      ...(result ? { result } : {}),
      ...(papersToo ? { papersMissing: true } : {}),
      procedureIds: said.procedures,
      ...(said.partner ? { partnerId: said.partner } : {}),
      ...(said.channel ? { channel: said.channel } : {}),
      ...(asksPapers.value && said.documents.length ? { documentIds: said.documents } : {}),
      ...(asksNext.value && followUp.trim() ? { followUp: followUp.trim() } : {}),
      ...(result === 'passedOn' && passedOnPartner ? { passedOnPartnerId: passedOnPartner } : {}),
      ...(result === 'passedOn' && !passedOnPartner && passedOnTo.trim() ? { passedOnTo: passedOnTo.trim() } : {}),
      ...(said.age ? { ageBand: said.age } : {}),
      ...(said.insee ? { insee: said.insee } : {}),
      ...(said.mandate ? { aidantsConnect: true } : {}),
      ...(said.blocked ? { administrationPlus: true } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    }
  }

  return { said, asksPapers, asksNext, communes, warning, unchosen, typed, mark }
}

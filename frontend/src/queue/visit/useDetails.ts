import { computed, reactive, ref, shallowRef } from 'vue'
import { type AgeBand, type Channel, type Commune, type Mark, type Result, suggestCommunes, type VisitToNote } from '@/api/visits'
import { sensitiveIn } from '@/staff/sensitive'
import { t } from '@/text'

export const RESULTS: Result[] = ['solved', 'autonomous', 'papersMissing', 'continued', 'passedOn', 'gaveUp']
export const CHANNELS: Channel[] = ['counter', 'telephone', 'selfService', 'video', 'bus']
export const AGES: AgeBand[] = ['under12', 'from12', 'from18', 'from25', 'from40', 'from60', 'from70']

/** What was pressed and ticked already, before the rest was asked for. */
export type Begun = Pick<Mark, 'result' | 'documentIds' | 'passedOnTo' | 'passedOnPartnerId'>

/** All that may be said of a visit, as it is being said. */
export function useDetails(visit: VisitToNote, begun: Begun = {}) {
  const said = reactive({
    result: begun.result ?? ('solved' as Result),
    procedures: [visit.procedure.id],
    /** Empty: whose the first procedure is. */
    partner: '',
    channel: '' as Channel | '',
    documents: [...(begun.documentIds ?? [])],
    followUp: '',
    passedOnTo: begun.passedOnTo ?? '',
    passedOnPartner: begun.passedOnPartnerId ?? '',
    age: '' as AgeBand | '',
    commune: '',
    insee: '',
    mandate: false,
    blocked: false,
    note: '',
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
    Object.assign(said, { commune: name, insee: chosen?.insee ?? '' })
    if (chosen || name.trim().length < 2) return
    const turn = ++asked.value
    const some = await suggestCommunes(name).catch(() => [])
    if (turn === asked.value) found.value = some
  }

  function mark(): Mark {
    const { result, note, followUp, passedOnTo, passedOnPartner } = said
    return {
      outcome: 'attended',
      result,
      procedureIds: said.procedures,
      ...(said.partner ? { partnerId: said.partner } : {}),
      ...(said.channel ? { channel: said.channel } : {}),
      ...(result === 'papersMissing' && said.documents.length ? { documentIds: said.documents } : {}),
      ...(result === 'continued' && followUp.trim() ? { followUp: followUp.trim() } : {}),
      ...(result === 'passedOn' && passedOnPartner ? { passedOnPartnerId: passedOnPartner } : {}),
      ...(result === 'passedOn' && !passedOnPartner && passedOnTo.trim() ? { passedOnTo: passedOnTo.trim() } : {}),
      ...(said.age ? { ageBand: said.age } : {}),
      ...(said.insee ? { insee: said.insee } : {}),
      ...(said.mandate ? { aidantsConnect: true } : {}),
      ...(said.blocked ? { administrationPlus: true } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    }
  }

  return { said, communes, warning, unchosen, typed, mark }
}

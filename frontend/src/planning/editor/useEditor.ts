import { watch } from 'vue'
import { useForm } from '@/ui'
import { FIELD_IDS } from './checks'
import { changeIn, type EditorPlace, formIn, mistakesIn } from './sent'
import { useDecisions } from './useDecisions'
import { useEditorBase } from './useEditorBase'
import { usePreview } from './usePreview'
import { useSaving } from './useSaving'
import { useTyped } from './useTyped'

/** A permanence being made or changed: what is typed, what it would make, what becomes of the bookings, and saving it. */
export function useEditor(place: EditorPlace) {
  const { siteId, permanenceId } = place
  const base = useEditorBase(place)
  const { data, failure, reload } = base
  const typed = useTyped(place.date, !permanenceId)
  const form = useForm(FIELD_IDS)
  const { draft, occurrence, ready, dirty } = typed

  const askable = () => ready.value && !mistakesIn(typed).length && (dirty.value || !permanenceId)
  const previewing = usePreview(() =>
    askable() ? { form: formIn(typed, siteId, data.value?.base?.data), of: changeIn(typed, permanenceId) ?? {} } : null,
  )
  const { preview, fresh, ask, failure: lost, busy: asking } = previewing
  const deciding = useDecisions(preview)
  const { busy, failure: unsaved, overtaken, save } = useSaving({ place, base, typed, form, deciding, ask })

  function begin(): void {
    typed.begin(data.value!.base?.data, data.value!.site.zone)
    form.check([])
    overtaken.value = false
  }
  watch(data, (found) => found && !ready.value && begin(), { immediate: true })
  // What is mended must not stay red.
  watch([draft, occurrence], () => {
    const left = mistakesIn(typed)
    form.errors.value = form.errors.value.filter(({ id, message }) => !id || left.some((one) => one.id === id && one.message === message))
  }, { deep: true })

  return { ...typed, data, failure, reload, form, busy, unsaved, overtaken, preview, fresh, ask, lost, asking, deciding, begin, save }
}

export type Editor = ReturnType<typeof useEditor>

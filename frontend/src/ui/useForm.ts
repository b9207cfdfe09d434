import { computed, ref } from 'vue'
import type { FieldError } from '@/api'

export interface FormError {
  /** The id of the field on the page; empty when the error belongs to no field. */
  id: string
  message: string
}

/** Errors of a form: our own before sending, the server's after; both shown the same way. */
export function useForm(fieldIds: Record<string, string> = {}) {
  const errors = ref<FormError[]>([])
  const turn = ref(0)
  const byId = computed(() => Object.fromEntries(errors.value.map(({ id, message }) => [id, message])))

  /** Shows the errors and gives the focus to their summary; true when there are none. */
  function check(found: FormError[]): boolean {
    errors.value = found
    turn.value++
    return found.length === 0
  }

  /** The server's errors, on the fields they are about. */
  function refuse(found: FieldError[]): void {
    const seen = new Map<string, FormError>()
    for (const { field, message } of found) {
      const id = fieldIds[field] ?? ''
      if (!seen.has(id + message)) seen.set(id + message, { id, message })
    }
    check([...seen.values()])
  }

  /** Takes an error away as soon as its field changes: what is mended must not stay red. */
  function mended(id: string): void {
    if (id in byId.value) errors.value = errors.value.filter((error) => error.id !== id)
  }

  return { errors, turn, byId, check, refuse, mended }
}

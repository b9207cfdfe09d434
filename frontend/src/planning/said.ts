import { ref } from 'vue'

/** What the editor did last, said once by the page that it leads back to. */
export const lastSaid = ref('')

export function takeSaid(): string {
  const said = lastSaid.value
  lastSaid.value = ''
  return said
}

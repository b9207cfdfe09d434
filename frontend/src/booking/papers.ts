import { ref, watch } from 'vue'

/** The papers that somebody ticked as ready; only this device knows. */
export function usePapers(reference: () => string) {
  const key = () => `porte-ouverte.papers.${reference()}`
  const ticked = ref<string[]>([])
  watch(key, () => (ticked.value = read(key())), { immediate: true })
  watch(
    ticked,
    (codes) => {
      try {
        localStorage.setItem(key(), JSON.stringify(codes))
      } catch {
        // Storage refused: the ticks last as long as the page.
      }
    },
    { deep: true },
  )
  return ticked
}

export function forgetPapers(reference: string): void {
  try {
    localStorage.removeItem(`porte-ouverte.papers.${reference}`)
  } catch {
    // Nothing was kept, then.
  }
}

function read(key: string): string[] {
  try {
    const codes: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : []
  } catch {
    return []
  }
}

import { reactive, watch } from 'vue'

/** State that survives a reload of this tab and is gone with it. `empty` gives the state when nothing is kept. */
export function kept<T extends object>(name: string, empty: () => T): T & { $reset: () => void } {
  const key = `porte-ouverte.${name}`
  const state = reactive({ ...empty(), ...read(key) }) as T
  watch(state, () => write(key, state), { deep: true, flush: 'sync' })
  return Object.assign(state, {
    $reset: () => {
      Object.assign(state, empty())
      try {
        sessionStorage.removeItem(key)
      } catch {
        // Refused, as in some frames: then nothing was kept.
      }
    },
  })
}

function read(key: string): object {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as object
  } catch {
    return {}
  }
}

function write(key: string, state: object): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(state))
  } catch {
    // Storage refused or full: the state still lives as long as the page does.
  }
}

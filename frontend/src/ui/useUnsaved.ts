import { onBeforeUnmount, onMounted, shallowRef } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'

/** What was typed and not saved is never lost without a question. */
export function useUnsaved(dirty: () => boolean) {
  /** A step that waits for an answer. */
  const waiting = shallowRef<((go: boolean) => void) | null>(null)

  /** True when nothing is lost, or somebody said so. */
  function mayLose(something: boolean): Promise<boolean> {
    if (!something) return Promise.resolve(true)
    return new Promise((resolve) => {
      waiting.value = (go) => {
        waiting.value = null
        resolve(go)
      }
    })
  }

  function onUnload(event: BeforeUnloadEvent): void {
    if (dirty()) event.preventDefault()
  }
  onMounted(() => addEventListener('beforeunload', onUnload))
  onBeforeUnmount(() => removeEventListener('beforeunload', onUnload))
  onBeforeRouteLeave(() => mayLose(dirty()))
  return { waiting, mayLose }
}

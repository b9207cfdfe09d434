import { onBeforeUnmount, onMounted, type Ref, ref, watch } from 'vue'

/** What draws: what to call with other data, with another size, and at the end. */
export interface Drawing<T> {
  show: (data: T) => void
  fit: () => void
  end: () => void
}

/** A picture that is drawn once its box is there and what draws has come; it follows its data and its box. */
export function usePicture<T>(box: Ref<HTMLElement | undefined>, data: () => T, load: () => Promise<(box: HTMLElement) => Drawing<T>>): Ref<boolean> {
  const failed = ref(false)
  let picture: Drawing<T> | undefined
  let gone = false
  let sizes: ResizeObserver | undefined

  onMounted(async () => {
    try {
      const draw = await load()
      // Without a width there is nothing to draw on.
      if (gone || !box.value?.clientWidth) return
      picture = draw(box.value)
      picture.show(data())
      sizes = new ResizeObserver(() => picture?.fit())
      sizes.observe(box.value)
    } catch {
      failed.value = true
    }
  })
  watch(data, (other) => picture?.show(other))
  onBeforeUnmount(() => {
    gone = true
    sizes?.disconnect()
    picture?.end()
  })
  return failed
}

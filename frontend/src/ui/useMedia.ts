import { onScopeDispose, type Ref, ref } from 'vue'

/** Narrower than this, a page is on a phone: what is most needed comes first, also for whoever hears it or walks it by keyboard. */
export const PHONE = '(max-width: 40rem)'

/** Nobody has keys there as far as a screen can know: they are not explained (the same as .for-keys in page.css). */
export const NO_KEYS = `(hover: none) and (pointer: coarse), ${PHONE}`

/** Whether the screen is like that now. */
export function useMedia(query: string): Ref<boolean> {
  const list = typeof matchMedia === 'function' ? matchMedia(query) : undefined
  const fits = ref(list?.matches ?? false)
  const change = ({ matches }: MediaQueryListEvent) => (fits.value = matches)
  list?.addEventListener('change', change)
  onScopeDispose(() => list?.removeEventListener('change', change))
  return fits
}

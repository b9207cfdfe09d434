import { onBeforeUnmount, onMounted, type Ref } from 'vue'

/** To whoever frames us, public/integrer.js as a rule. A number of pixels is no secret. */
const tell = (said: object) => {
  if (window.parent !== window) window.parent.postMessage(said, '*')
}

/** Tells how high the page is, whenever that changes and whenever the site asks. */
export function tellHeight(box: Ref<HTMLElement | undefined>): void {
  const now = () => tell({ type: 'porte-ouverte:hauteur', hauteur: Math.ceil(box.value?.getBoundingClientRect().height ?? 0) })
  const asked = ({ data, source }: MessageEvent<{ type?: string } | null>) => {
    if (source === window.parent && data?.type === 'porte-ouverte:hauteur?') now()
  }
  const changes = new ResizeObserver(now)
  onMounted(() => {
    if (box.value) changes.observe(box.value)
    window.addEventListener('message', asked)
  })
  onBeforeUnmount(() => {
    changes.disconnect()
    window.removeEventListener('message', asked)
  })
}

/** Another page is shown: it is to be seen from its beginning. */
export function tellPage(): void {
  tell({ type: 'porte-ouverte:page' })
}

import { computed, ref, shallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { ApiProblem, type Failure, isProblem } from '@/api'
import { confirmByLink, type LinkKey, readLink } from '@/api/partners/link'
import { failureOf, useLoad } from '@/ui'

/** The link of this address: its id from the path, its secret from the fragment, which no server's log ever sees. */
export function useLink(id: () => string) {
  const route = useRoute()
  const key = computed<LinkKey>(() => ({ id: id(), secret: route.hash.slice(1) }))
  const { data: link, failure, reload } = useLoad(() => readLink(key.value), () => `${key.value.id} ${key.value.secret}`)
  const busy = ref(false)
  /** Confirmed just now, by this press. */
  const done = ref(false)
  const refused = shallowRef<Failure | null>(null)
  const unknown = computed(() => isProblem(failure.value) && failure.value.status === 404)

  async function confirm(): Promise<void> {
    if (busy.value) return
    busy.value = true
    refused.value = null
    try {
      link.value = await confirmByLink(key.value)
      done.value = true
    } catch (error) {
      // Used, run out, over or cancelled meanwhile: the link itself says which.
      if (error instanceof ApiProblem && error.status < 500 && error.status !== 429) await reload()
      else refused.value = failureOf(error)
    } finally {
      busy.value = false
    }
  }

  return { link, failure, reload, unknown, busy, done, refused, confirm }
}

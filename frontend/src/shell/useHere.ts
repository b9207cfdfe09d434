import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** The page that is shown or, before its part has come, the one that was asked for: what stands around it is right from the start. */
export function useHere() {
  const [route, router] = [useRoute(), useRouter()]
  return computed(() => (route.matched.length ? route : router.resolve(location.pathname)))
}

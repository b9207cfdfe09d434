import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { type BookingKey, isProblem, readBooking } from '@/api'
import { useLoad } from '@/ui'

/** The booking of this address: the reference from its path, the secret from its fragment, which no server ever sees. */
export function useBooking(reference: () => string) {
  const route = useRoute()
  const key = computed<BookingKey>(() => ({ reference: reference(), secret: route.hash.slice(1) }))
  const loading = useLoad(
    () => readBooking(key.value),
    () => `${key.value.reference} ${key.value.secret}`,
  )
  const locked = computed(() => isProblem(loading.failure.value, 'not-found'))
  return { ...loading, key, locked }
}

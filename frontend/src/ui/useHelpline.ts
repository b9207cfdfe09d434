import { onMounted, ref } from 'vue'
import { readConfiguration } from '@/api'

/** The number of this installation, for whoever would rather telephone; '' when there is none. `known`: it was asked for. */
export function useHelpline() {
  const known = ref(false)
  const phone = ref('')
  onMounted(async () => {
    phone.value = await readConfiguration().then((one) => one.phone ?? '', () => '')
    known.value = true
  })
  return { known, phone }
}

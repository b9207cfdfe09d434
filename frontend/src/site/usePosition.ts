import { ref } from 'vue'

/** Longest wait for the device's position, in milliseconds. */
const PATIENCE = 15_000

/** The device's position, only when the person asks for it; rounded to about 100 m, which is enough for a distance. */
export function usePosition() {
  const locating = ref(false)
  const failed = ref(false)

  async function locate(): Promise<string | null> {
    locating.value = true
    failed.value = false
    try {
      const { coords } = await new Promise<GeolocationPosition>((found, lost) =>
        navigator.geolocation.getCurrentPosition(found, lost, { timeout: PATIENCE, maximumAge: 600_000 }),
      )
      return `${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`
    } catch {
      failed.value = true
      return null
    } finally {
      locating.value = false
    }
  }

  return { locating, failed, locate, possible: 'geolocation' in navigator }
}

import { t, tongue } from '@/text'
import { spellNumber } from '@/time'

/** "à 4 km à vol d'oiseau"; tenths only below 10 km, where they matter to somebody on foot. */
export function spellDistance(metres: number): string {
  if (metres < 1000) return t('houses.near')
  const km = metres / 1000
  return t('houses.distance', { km: spellNumber(km, tongue(), km < 10 ? 1 : 0) })
}

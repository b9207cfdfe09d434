/** A place with how many people; undefined: not said. */
export interface Spot {
  name: string
  latitude: number
  longitude: number
  number?: number
}

/** Spots in kilometres east and north of a middle, and how far the picture reaches to each side. */
export interface Ground {
  reach: number
  /** In the middle, with circles at these kilometres; absent: nothing stands there. */
  middle?: string
  circles: number[]
  spots: { name: string; east: number; north: number; number?: number }[]
}

const KM_OF_A_DEGREE = 111.2
const CIRCLES = [5, 10, 20, 40]
/** Who comes from farther is said in words: one visitor from Marseille would make a dot of the whole canton. */
const FARTHEST = 45
const LEAST = 6
const AIR = 1.15

const around = (at: { latitude: number; longitude: number }, spots: Spot[]) =>
  spots.map(({ name, latitude, longitude, number }) => ({
    name,
    number,
    east: (longitude - at.longitude) * Math.cos((at.latitude * Math.PI) / 180) * KM_OF_A_DEGREE,
    north: (latitude - at.latitude) * KM_OF_A_DEGREE,
  }))
const far = ({ east, north }: { east: number; north: number }) => Math.max(Math.abs(east), Math.abs(north))

/** What lies around a house; and how many come from farther than the picture reaches. */
export function groundOf(house: { name: string; latitude: number; longitude: number }, spots: Spot[]): { ground: Ground; beyond: number } {
  const all = around(house, spots)
  const within = all.filter((one) => far(one) <= FARTHEST)
  const reach = AIR * Math.max(LEAST, ...within.map(far))
  return {
    ground: { reach, middle: house.name, circles: CIRCLES.filter((km) => km <= reach), spots: within },
    beyond: all.filter((one) => !within.includes(one)).reduce((sum, { number }) => sum + (number ?? 0), 0),
  }
}

/** Whose point is known: 0/0, in the Gulf of Guinea, is where somebody has not put it yet. */
export const isPlaced = <Of extends { latitude?: number; longitude?: number }>(place: Of): place is Of & { latitude: number; longitude: number } =>
  place.latitude !== undefined && place.longitude !== undefined && (place.latitude !== 0 || place.longitude !== 0)

/** Houses beside each other. */
export function groundOfAll(spots: Spot[]): Ground {
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
  const all = around({ latitude: middle(spots.map(({ latitude }) => latitude)), longitude: middle(spots.map(({ longitude }) => longitude)) }, spots)
  return { reach: AIR * Math.max(LEAST, ...all.map(far)), circles: [], spots: all }
}

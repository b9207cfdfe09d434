/** In degrees. */
export interface Place {
  latitude: number
  longitude: number
}

const number = (typed: string) => (typed.trim() ? Number(typed.replace(',', '.')) : NaN)

/** What was typed, when it is a place. */
export function placeOf(latitude: string, longitude: string): Place | null {
  const place = { latitude: number(latitude), longitude: number(longitude) }
  return Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180 ? place : null
}

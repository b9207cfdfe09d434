import { describe, expect, it } from 'vitest'
import { groundOf, groundOfAll, isPlaced } from './ground'

const moyaux = { name: 'Moyaux', latitude: 49.1953, longitude: 0.3525 }
const lisieux = { name: 'Lisieux', latitude: 49.1466, longitude: 0.2293, number: 12 }

describe('the ground of a map', () => {
  it('lies in kilometres around the house, with the circles that fit', () => {
    const { ground, beyond } = groundOf(moyaux, [lisieux])
    expect(ground.spots[0]!.east).toBeCloseTo(-8.95, 1)
    expect(ground.spots[0]!.north).toBeCloseTo(-5.42, 1)
    expect(ground.circles).toEqual([5, 10])
    expect(beyond).toBe(0)
  })

  it('leaves out who comes from far away, and says how many', () => {
    const { ground, beyond } = groundOf(moyaux, [lisieux, { name: 'Marseille', latitude: 43.3, longitude: 5.4, number: 2 }])
    expect(ground.spots.map(({ name }) => name)).toEqual(['Lisieux'])
    expect(beyond).toBe(2)
  })

  it('of several houses has its middle between them', () => {
    const { spots, reach } = groundOfAll([moyaux, lisieux])
    expect(spots[0]!.east).toBeCloseTo(-spots[1]!.east, 5)
    expect(reach).toBeGreaterThanOrEqual(Math.abs(spots[0]!.east))
  })

  it('is not stretched by a house whose point nobody has put yet', () => {
    const onGreenwich = { name: 'Villers-sur-Mer', latitude: 49.3225, longitude: 0 }
    const houses: { name: string; latitude?: number; longitude?: number }[] = [moyaux, { name: 'Nulle part', latitude: 0, longitude: 0 }, { name: 'Sans point' }, onGreenwich]
    expect(houses.filter(isPlaced)).toEqual([moyaux, onGreenwich])
    expect(groundOfAll(houses.filter(isPlaced)).reach).toBeLessThan(20)
  })
})

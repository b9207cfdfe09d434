// Chance that can be repeated: the same seed and number give the same choices.

/** mulberry32 */
export function chance(seed, number = 0) {
  let state = (seed ^ Math.imul(number + 1, 0x9e3779b1)) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  next()
  return {
    /** Whether it happens, `often` of once. */
    now: (often) => next() < often,
    below: (end) => Math.floor(next() * end),
    one: (list) => list[Math.floor(next() * list.length)],
  }
}

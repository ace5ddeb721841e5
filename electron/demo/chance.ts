/** A source of chance that gives the same row of choices for the same seed, so that the demo clinic is the same each time. */
export type Chance = {
  /** 0 up to, not including, 1. */
  next(): number
  /** A whole number between two, both included. */
  between(least: number, most: number): number
  /** One of a list that is not empty. */
  pick<T>(list: readonly [T, ...T[]]): T
  /** True about this often, 0 to 1. */
  isTrue(share: number): boolean
  /** A random-looking UUID. */
  id(): string
}

/** Chance from a whole-number seed (mulberry32, public domain). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const hex = (digits: number) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join('')
  return {
    next,
    between,
    pick: list => list[between(0, list.length - 1)] ?? list[0],
    isTrue: share => next() < share,
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}

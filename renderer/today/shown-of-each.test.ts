import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownOfEach } from './shown-of-each.ts'

describe('rows of what needs attention', () => {
  it.each([
    [[], []],
    [
      [4, 3, 1],
      [4, 3, 1],
    ],
    [[12], [12]],
    [[13], [13]],
    [[14], [12]],
    [
      [20, 20],
      [6, 6],
    ],
    [
      [1, 20, 5],
      [1, 6, 5],
    ],
    [
      [9, 9, 9, 9, 9, 9, 9],
      [2, 2, 2, 2, 2, 2, 2],
    ],
  ])('of %j shows %j', (counts, shown) => expect(shownOfEach(counts, 12)).toEqual(shown))

  it('never more than there are, never none of a group, and never “1 more”', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 7 }), counts => {
        for (const [index, rows] of shownOfEach(counts, 12).entries()) {
          const count = counts[index] ?? 0
          expect(rows).toBeGreaterThan(0)
          expect(rows).toBeLessThanOrEqual(count)
          expect(count - rows).not.toBe(1)
        }
      }),
    )
  })
})

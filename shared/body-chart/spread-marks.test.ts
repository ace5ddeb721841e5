import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MARK_SHAPES, markSize } from './mark-shapes.ts'
import { MARKS } from './marks.ts'
import { spreadMarks } from './spread-marks.ts'

const apart = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)

describe('marks close to one another', () => {
  it('leaves marks alone that have room', () => {
    const spots = [
      { x: 0, y: 0 },
      { x: 30, y: 0 },
    ]
    expect(spreadMarks(spots, 20)).toEqual(spots)
  })

  it('parts marks on the same spot, and always the same way', () => {
    const spots = [
      { x: 5, y: 5 },
      { x: 5, y: 5 },
    ]
    expect(spreadMarks(spots, 20)).toEqual([
      { x: 5, y: -5 },
      { x: 5, y: 15 },
    ])
  })

  it('parts up to twelve marks of one neck', () => {
    const neck = fc.array(fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 60 }) }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(neck, spots => {
        const spread = spreadMarks(spots, 22)
        expect(spreadMarks(spots, 22)).toEqual(spread)
        for (const [i, a] of spread.entries()) for (const b of spread.slice(i + 1)) expect(apart(a, b)).toBeGreaterThan(16)
      }),
      { numRuns: 200 },
    )
  })
})

it('gives every kind a shape and a letter of its own, larger with its grade', () => {
  expect(new Set(MARKS.map(({ kind }) => MARK_SHAPES[kind].path)).size).toBe(MARKS.length)
  expect(new Set(MARKS.map(({ letter }) => letter)).size).toBe(MARKS.length)
  expect(markSize({ kind: 'pain', grade: 10 })).toBe(markSize({ kind: 'tension', grade: 4 }))
  expect(markSize({ kind: 'pain', grade: 1 })).toBeLessThan(markSize({ kind: 'pain', grade: 2 }))
})

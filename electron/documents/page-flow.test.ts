import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Part, planPages, type Room } from './page-flow.ts'

const room: Room = { firstTop: 264, nextTop: 132, end: 716, closing: 64 }
const nothing = () => undefined
const part = (height: number, gap = 0): Part => ({ height, gap, draw: nothing })
const row = (height: number): Part => ({ ...part(height), lead: { kind: 'rows', first: { height: 18, draw: nothing }, again: { height: 34, draw: nothing } } })

describe('dealing parts out over pages', () => {
  it('keeps one page when everything fits with the closing block', () => {
    expect(planPages([part(300), part(88)], room)).toMatchObject([{ bottom: 652, done: 2 }])
  })

  it('moves the last part with the closing block', () => {
    expect(planPages([part(300), part(89)], room)).toMatchObject([
      { bottom: 564, done: 1 },
      { bottom: 221, done: 2 },
    ])
  })

  it('repeats a lead at the top of a page, in its longer form', () => {
    const [, second] = planPages([row(400), row(100)], room)
    expect(second?.slices.map(({ y }) => y)).toEqual([132, 166])
  })

  it('gives a page even without parts', () => {
    expect(planPages([], room)).toHaveLength(1)
  })

  it('never splits, loses or reorders a part, and never runs over the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 380 }), { minLength: 1, maxLength: 60 }), heights => {
        const parts = heights.map(row)
        const pages = planPages(parts, room)
        expect(pages.flatMap(({ slices }) => slices.map(({ slice }) => slice)).filter(slice => parts.some(known => known === slice))).toEqual(parts)
        for (const page of pages) expect(page.bottom).toBeLessThanOrEqual(page === pages.at(-1) ? room.end - room.closing : room.end)
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { trendShape } from './trend-shape.ts'

const box = { width: 120, height: 100, left: 10, right: 10 }
const point = (on: string, value: number) => ({ on: localDate(on), value })

describe('the shape of a trend', () => {
  it('uses the whole scale of its measure, also one that goes below 0', () => {
    const { dots, ticks, goalY, band } = trendShape(
      { points: [point('2026-09-01', 0), point('2026-09-11', 7)], min: -7, max: 7, goal: 3.5, band: { from: -3.5, to: 3.5 } },
      box,
    )
    expect(dots.map(({ x, y }) => [x, y])).toEqual([
      [10, 50],
      [110, 0],
    ])
    expect([goalY, band]).toEqual([25, { y: 25, height: 50 }])
    expect(ticks).toEqual([
      { value: 7, y: 0 },
      { value: 0, y: 50 },
      { value: -7, y: 100 },
    ])
  })

  it('keeps what lies beyond the scale at its edge', () => {
    const { goalY, band } = trendShape({ points: [], min: 0, max: 10, goal: 12, band: { from: -4, to: 2 } }, box)
    expect([goalY, band]).toEqual([0, { y: 80, height: 20 }])
  })
})

import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { painTrendInWords, painTrendShape } from './pain-trend.ts'

const box = { width: 120, height: 100, left: 10, right: 10 }
const point = (on: string, value: number) => ({ on: localDate(on), value })

describe('the shape of a pain trend', () => {
  it('spaces visits by the days between them, on the whole scale from 0 to 10', () => {
    const { dots } = painTrendShape([point('2026-09-01', 10), point('2026-09-02', 5), point('2026-09-11', 0)], 2, box)
    expect(dots.map(({ x, y }) => [x, y])).toEqual([
      [10, 0],
      [20, 50],
      [110, 100],
    ])
  })

  it('gives path data and the height of the goal', () => {
    const shape = painTrendShape([point('2026-09-01', 8), point('2026-09-11', 4)], 2, box)
    expect(shape.path).toBe('M10,20L110,60')
    expect(shape.goalY).toBe(80)
    expect(shape.ticks.map(({ value }) => value)).toEqual([10, 5, 0])
  })

  it('shows a single visit as a dot, and several on one day one above the other', () => {
    expect(painTrendShape([point('2026-09-01', 5)], null, box)).toMatchObject({ path: '', goalY: null, dots: [{ x: 10, y: 50 }] })
    expect(painTrendShape([point('2026-09-01', 8), point('2026-09-01', 4)], null, box).dots.map(({ x }) => x)).toEqual([10, 10])
    expect(painTrendShape([], null, box).dots).toEqual([])
  })

  it('can be said in a sentence', () => {
    expect(painTrendInWords('Pain now, 0 to 10', [{ label: 'Sep 29', value: 7 }], 2)).toBe('Pain now, 0 to 10: 7 on Sep 29. Goal 2.')
  })
})

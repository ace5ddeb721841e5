import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ChartPoint } from '../../../shared/body-chart/marks.ts'
import { placesOf } from '../../../shared/body-chart/places.ts'
import { SITES } from '../../../shared/body-chart/sites.ts'
import { arrowBetween, drawnAt, nearestMark, pointAt } from './chart-space.ts'

it('leads from every place of the figure to the drawing and back', () => {
  for (const place of SITES.flatMap(placesOf)) expect(pointAt(drawnAt(place))).toEqual(place)
})

it('makes a point a note accepts of any place in the drawing', () => {
  const anywhere = fc.double({ min: -4000, max: 4000, noNaN: true })
  fc.assert(fc.property(anywhere, anywhere, (x, y) => ChartPoint.safeParse(pointAt({ x, y })).success))
})

it('takes the nearest mark within reach, the one on top of two', () => {
  const marks = [
    { id: 'a', at: { x: 0, y: 0 } },
    { id: 'b', at: { x: 0, y: 0 } },
    { id: 'c', at: { x: 20, y: 0 } },
  ]
  expect(nearestMark(marks, { x: 4, y: 0 }, 15)?.id).toBe('b')
  expect(nearestMark(marks, { x: 12, y: 0 }, 15)?.id).toBe('c')
  expect(nearestMark(marks, { x: 50, y: 0 }, 15)).toBeUndefined()
})

it('draws no arrow to where the mark already is', () => {
  expect(arrowBetween({ x: 0, y: 0 }, { x: 10, y: 0 }, { gap: 20, tip: 20 })).toBeNull()
  expect(arrowBetween({ x: 0, y: 0 }, { x: 100, y: 0 }, { gap: 20, tip: 20 })).toEqual({ line: 'M20.0 0.0L80.0 0.0', head: 'M100.0 0.0L80.0 9.0L80.0 -9.0Z' })
})

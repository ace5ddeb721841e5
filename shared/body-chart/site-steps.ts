import type { ChartPoint } from './marks.ts'
import { placesOf } from './places.ts'
import { type BodySite, SITES } from './sites.ts'

/** A way to step over the figure by an arrow key, as drawn. */
export type Direction = 'up' | 'down' | 'left' | 'right'

const WAYS = { up: { x: 0, y: -1 }, down: { x: 0, y: 1 }, left: { x: -1, y: 0 }, right: { x: 1, y: 0 } } as const

/** A site and where it lies on a view. */
export type Spot = { readonly site: BodySite; readonly at: ChartPoint }

/** Every site that can be seen on a view, where it lies there. */
export const SPOTS_ON: Readonly<Record<ChartPoint['view'], readonly Spot[]>> = {
  front: SITES.flatMap(site => placesOf(site).flatMap(at => (at.view === 'front' ? [{ site, at }] : []))),
  back: SITES.flatMap(site => placesOf(site).flatMap(at => (at.view === 'back' ? [{ site, at }] : []))),
}

/** The next site from a point in a direction, straight ahead rather than far to the side; undefined at the edge of the body. */
export function stepFrom(from: ChartPoint, direction: Direction): Spot | undefined {
  const way = WAYS[direction]
  const ahead = SPOTS_ON[from.view].flatMap(spot => {
    const dx = spot.at.x - from.x
    const dy = spot.at.y - from.y
    const along = dx * way.x + dy * way.y
    const across = Math.abs(dx * way.y) + Math.abs(dy * way.x)
    return along > 0 && across <= along * 2.5 ? [{ spot, cost: along + 2 * across }] : []
  })
  return ahead.toSorted((a, b) => a.cost - b.cost)[0]?.spot
}

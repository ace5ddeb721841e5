import type { ChartPoint } from '../../../shared/body-chart/marks.ts'

type View = ChartPoint['view']

/** Both views lie beside each other in one drawing: the back is drawn this much further left than its own coordinates say. */
const BACK_SHIFT = 76
const FIRST_X = 38
const MIDDLE_X = 686

/** A place in the drawing, in its units. */
export type Drawn = { readonly x: number; readonly y: number }

/** What the drawing shows: both views, or one, where the window is too narrow for both. */
export const CHART_BOXES = { both: '38 80 1296 1288', front: '38 80 648 1288', back: '686 80 648 1288' } as const

/** Where a point of the figure lies in the drawing. */
export const drawnAt = ({ view, x, y }: ChartPoint): Drawn => ({ x: view === 'back' ? x - BACK_SHIFT : x, y })

/** How far a view is moved in the drawing. */
export const shiftOf = (view: View): number => (view === 'back' ? -BACK_SHIFT : 0)

/** The point of the figure at a place in the drawing, in whole units and within the figure's bounds. */
export function pointAt({ x, y }: Drawn): ChartPoint {
  const view = x < MIDDLE_X ? 'front' : 'back'
  const within = (value: number) => Math.min(1500, Math.max(0, Math.round(value)))
  return { view, x: within(Math.max(FIRST_X, x) - shiftOf(view)), y: within(y) }
}

/** The nearest of several drawn marks within `reach` of a place; the one on top where two are equally near. */
export function nearestMark<T extends { readonly at: Drawn }>(marks: readonly T[], place: Drawn, reach: number): T | undefined {
  const near = marks.map(mark => ({ mark, distance: Math.hypot(mark.at.x - place.x, mark.at.y - place.y) })).filter(({ distance }) => distance <= reach)
  return near.toReversed().toSorted((a, b) => a.distance - b.distance)[0]?.mark
}

/** Where a line of referral begins and ends, so that it touches neither mark nor arrow tip; null where both lie too close. */
export function arrowBetween(from: Drawn, to: Drawn, { gap, tip }: { gap: number; tip: number }): { line: string; head: string } | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length < gap + tip) return null
  const way = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const start = { x: from.x + way.x * gap, y: from.y + way.y * gap }
  const neck = { x: to.x - way.x * tip, y: to.y - way.y * tip }
  const side = { x: -way.y * tip * 0.45, y: way.x * tip * 0.45 }
  const at = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`
  return {
    line: `M${at(start.x, start.y)}L${at(neck.x, neck.y)}`,
    head: `M${at(to.x, to.y)}L${at(neck.x + side.x, neck.y + side.y)}L${at(neck.x - side.x, neck.y - side.y)}Z`,
  }
}

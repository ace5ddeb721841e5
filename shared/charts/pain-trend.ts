import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { daysBetween, type LocalDate } from '../lib/dates.ts'

/** A place in the chart's box, from its upper left corner; y grows downwards. */
export type Spot = { readonly x: number; readonly y: number }

/** The box a trend is drawn in, in the surface's own units (points on paper, pixels on screen), and the room kept free at its sides. */
export type TrendBox = { readonly width: number; readonly height: number; readonly left: number; readonly right: number }

/** A pain trend ready to draw: the same shapes on screen (SVG) and on paper. Pain is always shown on the whole scale from 0 to 10. */
export type PainTrendShape = {
  /** The line through all visits, as SVG path data; empty for a single visit. */
  readonly path: string
  /** One spot per visit, in order. */
  readonly dots: readonly (Spot & { readonly on: LocalDate; readonly value: number })[]
  /** Height of the goal's dashed line; null without a goal. */
  readonly goalY: number | null
  /** Marks of the upright axis. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
}

/** Lays pain values (0 to 10) out over time: distances along the line are true to the days between visits. Points come in order of date. */
export function painTrendShape(points: readonly { readonly on: LocalDate; readonly value: number }[], goal: number | null, box: TrendBox): PainTrendShape {
  const start = points[0]?.on
  const dayOf = (on: LocalDate) => (start ? daysBetween(start, on) : 0)
  const lastDay = Math.max(1, ...points.map(point => dayOf(point.on)))
  const across = scaleLinear([0, lastDay], [box.left, box.width - box.right])
  const up = scaleLinear([0, 10], [box.height, 0]).clamp(true)
  const dots = points.map(({ on, value }) => ({ x: across(dayOf(on)), y: up(value), on, value }))
  const draw = line<Spot>()
    .x(dot => dot.x)
    .y(dot => dot.y)
    .digits(2)
  return {
    path: dots.length > 1 ? (draw(dots) ?? '') : '',
    dots,
    goalY: goal === null ? null : up(goal),
    ticks: [10, 5, 0].map(value => ({ value, y: up(value) })),
  }
}

/** The trend in one sentence, for people who cannot see the chart: “Pain now, 0 to 10: 7 on Sep 29, … 3 on Nov 3. Goal 2.” */
export function painTrendInWords(title: string, points: readonly { readonly label: string; readonly value: number }[], goal: number | null): string {
  const values = points.map(({ label, value }) => `${value} on ${label}`).join(', ')
  return `${title}: ${values}.${goal === null ? '' : ` Goal ${goal}.`}`
}

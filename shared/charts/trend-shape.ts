import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { daysBetween, type LocalDate } from '../lib/dates.ts'

/** A place in the chart's box, from its upper left corner; y grows downwards. */
export type Spot = { readonly x: number; readonly y: number }

/** The box a trend is drawn in, in the surface's own units (points on paper, pixels on screen), and the room kept free at its sides. */
export type TrendBox = { readonly width: number; readonly height: number; readonly left: number; readonly right: number }

/** What is drawn: values by day in order of date, on the whole scale of their measure. */
export type DrawnTrend = {
  readonly points: readonly { readonly on: LocalDate; readonly value: number }[]
  readonly min: number
  readonly max: number
  readonly goal: number | null
  /** Values too near the first one to matter. */
  readonly band: { readonly from: number; readonly to: number } | null
}

/** A trend ready to draw: the same shapes on screen (SVG) and on paper. */
export type TrendShape = {
  /** The line through all visits, as SVG path data; empty for a single visit. */
  readonly path: string
  /** One spot per visit, in order. */
  readonly dots: readonly (Spot & { readonly on: LocalDate; readonly value: number })[]
  /** Height of the goal's dashed line; null without a goal. */
  readonly goalY: number | null
  /** Upper edge and height of the band; null without one. */
  readonly band: { readonly y: number; readonly height: number } | null
  /** Top, middle and foot of the upright axis. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
}

/** Lays values out over time: distances along the line are true to the days between visits. What lies beyond the scale is drawn at its edge. */
export function trendShape({ points, min, max, goal, band }: DrawnTrend, box: TrendBox): TrendShape {
  const start = points[0]?.on
  const dayOf = (on: LocalDate) => (start ? daysBetween(start, on) : 0)
  const lastDay = Math.max(1, ...points.map(point => dayOf(point.on)))
  const across = scaleLinear([0, lastDay], [box.left, box.width - box.right])
  const up = scaleLinear([min, max], [box.height, 0]).clamp(true)
  const dots = points.map(({ on, value }) => ({ x: across(dayOf(on)), y: up(value), on, value }))
  const draw = line<Spot>()
    .x(dot => dot.x)
    .y(dot => dot.y)
    .digits(2)
  return {
    path: dots.length > 1 ? (draw(dots) ?? '') : '',
    dots,
    goalY: goal === null ? null : up(goal),
    band: band && { y: up(band.to), height: up(band.from) - up(band.to) },
    ticks: [max, (min + max) / 2, min].map(value => ({ value, y: up(value) })),
  }
}

import type { LocalDate } from '../lib/dates.ts'
import { type TrendBox, type TrendShape, trendShape } from './trend-shape.ts'

/** Lays pain values out over time. Pain is always shown on the whole scale from 0 to 10. Points come in order of date. */
export function painTrendShape(points: readonly { readonly on: LocalDate; readonly value: number }[], goal: number | null, box: TrendBox): TrendShape {
  return trendShape({ points, goal, band: null, min: 0, max: 10 }, box)
}

/** The trend in one sentence, for people who cannot see the chart: “Pain now, 0 to 10: 7 on Sep 29, … 3 on Nov 3. Goal 2.” */
export function painTrendInWords(title: string, points: readonly { readonly label: string; readonly value: number }[], goal: number | null): string {
  const values = points.map(({ label, value }) => `${value} on ${label}`).join(', ')
  return `${title}: ${values}.${goal === null ? '' : ` Goal ${goal}.`}`
}

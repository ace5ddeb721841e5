import { painTrendInWords, painTrendShape } from '../../shared/charts/pain-trend.ts'
import type { PainTrend } from '../../shared/documents/progress-letter.ts'
import { formatMonthDay } from '../../shared/lib/dates.ts'
import type { Paper } from './page.ts'
import { HAIRLINE, HEAVY, rule, set, setRight, stroke } from './page-ink.ts'
import { tagged } from './page-tags.ts'
import { BLACK, KEY, LABEL, NOTICE, TEXT } from './text-style.ts'
import { widthOf } from './text-wrap.ts'

/** The chart’s place: left and right edge, the rules it is aligned with, and the room above its scale (28 points if not told). */
export type ChartBox = { readonly x: number; readonly right: number; readonly top: number; readonly foot: number; readonly headroom?: number }

/** Room for a chart that can still be read. */
export const LEAST_CHART_HEIGHT = 100
const DOT = 2.4
/** Closer together than this, dots would run into one another: then only the first and the last are drawn. */
const LEAST_DOT_DISTANCE = 7

/** Pain over the visits: the whole scale, first and last value written, the goal dashed and named. No colour, no legend; read aloud as one sentence. */
export function drawPainChart(paper: Paper, trend: PainTrend, { x, right, top, foot, headroom = 28 }: ChartBox): void {
  const axis = x + 12
  const upper = top + headroom
  const lower = foot - 15.5
  const shape = painTrendShape(trend.points, trend.goal, { width: right - axis, height: lower - upper, left: 8, right: 6 })
  const alt = painTrendInWords(
    trend.title,
    trend.points.map(({ on, value }) => ({ label: formatMonthDay(on), value })),
    trend.goal,
  )
  const spoken = trend.band ? `${alt} A change matters below ${trend.band.from}${trend.band.to < 10 ? ` or above ${trend.band.to}` : ''}.` : alt
  rule(paper, { from: x, to: right, y: top, weight: HEAVY })
  const draw = () => {
    set(paper, trend.title.toUpperCase(), LABEL, { x, y: top + 12 })
    drawAxes(paper, shape, { axis, right, upper, lower })
    if (trend.band) {
      drawBand(paper, trend.band, { axis, right, upper, lower })
      setRight(paper, 'Dotted: no real change', NOTICE, { x: right, y: top + 12 })
    }
    drawGoal(paper, shape, { goal: trend.goal, axis, right, upper })
    drawTrendLine(paper, shape, { axis, upper })
    drawDates(paper, trend, { axis, right, y: foot - 4 })
  }
  tagged(paper, paper.root, 'Figure', draw, { alt: spoken })
  rule(paper, { from: x, to: right, y: foot, weight: HAIRLINE })
}

type Shape = ReturnType<typeof painTrendShape>

function drawAxes(paper: Paper, { ticks }: Shape, { axis, right, upper, lower }: { axis: number; right: number; upper: number; lower: number }): void {
  stroke(paper, { from: axis, to: right, y: lower, weight: HAIRLINE })
  paper.pdf.lineWidth(HAIRLINE).moveTo(axis, upper).lineTo(axis, lower).stroke()
  for (const { value, y } of ticks) {
    setRight(paper, String(value), LABEL, { x: axis - 4, y: upper + y + 2.4 })
    if (value > 0) stroke(paper, { from: axis, to: axis + 3, y: upper + y, weight: HAIRLINE })
  }
}

/** The band around the first value in which a change is too small to matter: two dotted lines. */
function drawBand(
  paper: Paper,
  { from, to }: { from: number; to: number },
  { axis, right, upper, lower }: Record<'axis' | 'right' | 'upper' | 'lower', number>,
): void {
  const height = (value: number) => lower - ((lower - upper) * value) / 10
  for (const value of [from, to].filter(edge => edge > 0 && edge < 10))
    paper.pdf.lineWidth(HAIRLINE).strokeColor(BLACK).dash(0.8, { space: 2.4 }).moveTo(axis, height(value)).lineTo(right, height(value)).stroke().undash()
}

function drawGoal(paper: Paper, shape: Shape, { goal, axis, right, upper }: { goal: number | null; axis: number; right: number; upper: number }): void {
  if (goal === null || shape.goalY === null) return
  const y = upper + shape.goalY
  paper.pdf.lineWidth(0.75).strokeColor(BLACK).dash(3, { space: 2 }).moveTo(axis, y).lineTo(right, y).stroke().undash()
  const firstY = shape.dots[0]?.y ?? 0
  const lineIsJustAbove = firstY > shape.goalY - 14 && firstY <= shape.goalY + 2
  set(paper, `Goal ${goal}`, TEXT, { x: axis + 6, y: lineIsJustAbove && goal > 1.5 ? y + 10 : y - 3 })
}

function drawTrendLine(paper: Paper, shape: Shape, { axis, upper }: { axis: number; upper: number }): void {
  const { pdf } = paper
  const { path, dots } = shape
  if (path !== '') pdf.save().translate(axis, upper).lineWidth(1.5).lineJoin('round').strokeColor(BLACK).path(path).stroke().restore()
  const first = dots[0]
  const last = dots.at(-1)
  if (!first || !last) return
  const dense = dots.length > 1 && (last.x - first.x) / (dots.length - 1) < LEAST_DOT_DISTANCE
  for (const dot of dense ? [first, last] : dots) pdf.circle(axis + dot.x, upper + dot.y, DOT).fill(BLACK)
  for (const dot of new Set([first, last])) {
    const text = String(dot.value)
    const below = dot.value > 9 || (dot === first && climbsAtOnce(shape))
    set(paper, text, KEY, { x: axis + dot.x - widthOf(paper, text, KEY) / 2, y: upper + dot.y + (below ? 14 : -6) })
  }
}

/** Whether the line would run through a value written above its first dot, while below there is room above the goal. */
function climbsAtOnce({ dots: [first, next], goalY }: Shape): boolean {
  if (!first || !next || next.x - first.x >= 10 || next.y >= first.y) return false
  return first.value > 2 && (goalY === null || Math.abs(goalY - first.y) > 18)
}

function drawDates(paper: Paper, { points }: PainTrend, { axis, right, y }: { axis: number; right: number; y: number }): void {
  const first = points[0]
  const last = points.at(-1)
  if (first) set(paper, formatMonthDay(first.on).toUpperCase(), LABEL, { x: axis, y })
  if (last && last !== first) setRight(paper, formatMonthDay(last.on).toUpperCase(), LABEL, { x: right, y })
}

import { useElementSize } from '@mantine/hooks'
import { painTrendInWords, painTrendShape } from '../../shared/charts/pain-trend.ts'
import type { Trend } from '../../shared/episodes/schema.ts'
import { formatMonthDay } from '../../shared/lib/dates.ts'
import { formatScore } from '../../shared/outcomes/measures.ts'
import css from './trend-chart.module.css'

/** Until the room it gets is known. */
const USUAL_WIDTH = 520
const LEAST_WIDTH = 240
const HEIGHT = 114
const TOP = 12
const MARGIN = { left: 24, right: 62 }
/** Two dates closer than this would touch. */
const DATE_ROOM = 48

/** One measure over the signed notes, its result in a sentence above it: line, goal dashed, the change too small to matter shaded. */
export function TrendChart({ trend }: { trend: Trend }) {
  const [result, rest] = splitSentence(trend.sentence)
  return (
    <figure className={css.trend}>
      <figcaption>
        <b>{result}</b>
        <span className={css.rest}>{rest}</span>
      </figcaption>
      <Drawing trend={trend} />
    </figure>
  )
}

/** The result in bold, how much it counts in plain: cut at the first comma. */
function splitSentence(sentence: string): readonly [string, string] {
  const at = sentence.indexOf(',')
  return at < 0 ? [sentence, ''] : [sentence.slice(0, at), sentence.slice(at)]
}

function Drawing({ trend: { title, points, goal, band } }: { trend: Trend }) {
  const { ref, width: room } = useElementSize<HTMLDivElement>()
  const width = Math.max(LEAST_WIDTH, room || USUAL_WIDTH)
  const box = { width, height: HEIGHT, ...MARGIN }
  const { path, dots, goalY, ticks } = painTrendShape(points, goal, box)
  const end = width - box.right
  const heightOf = (value: number) => painTrendShape([], value, box).goalY ?? 0
  const labelled = points.map(point => ({ label: formatMonthDay(point.on), value: point.value }))
  const first = dots[0]
  const last = dots.at(-1)
  return (
    <div ref={ref} className={css.drawing}>
      <svg width={width} height={HEIGHT + TOP + 24} role="img" aria-label={painTrendInWords(title, labelled, goal)}>
        <g transform={`translate(0 ${TOP})`}>
          {band && (
            <rect
              className={css.band}
              x={box.left}
              width={end - box.left}
              y={heightOf(band.to)}
              height={Math.max(0, heightOf(band.from) - heightOf(band.to))}
            />
          )}
          {band && <BandWords box={box} middle={(heightOf(band.to) + heightOf(band.from)) / 2} dots={dots} />}
          {ticks.map(({ value, y }) => (
            <g key={value}>
              <line className={css.grid} x1={box.left} x2={end} y1={y} y2={y} />
              <text x={box.left - 8} y={y + 4} textAnchor="end">
                {value}
              </text>
            </g>
          ))}
          {goalY !== null && <line className={css.goal} x1={box.left} x2={end} y1={goalY} y2={goalY} />}
          {path && <path className={css.line} d={path} />}
          {dots.map((dot, index) => (
            <circle key={dot.on} className={index === dots.length - 1 ? css.now : css.dot} cx={dot.x} cy={dot.y} r={index === dots.length - 1 ? 4.5 : 3.5} />
          ))}
          {first && dots.length > 1 && (
            <text className={css.value} x={first.x + 2} y={isFalling(points) ? first.y - 8 : first.y + 18}>
              {formatScore(first.value)}
            </text>
          )}
          {last && (
            <text className={css.value} x={end + 8} y={last.y + 4}>
              {formatScore(last.value)} now
            </text>
          )}
          {goal !== null && goalY !== null && (
            <text x={end + 8} y={clearOf(goalY, last?.y) + 4}>
              Goal {formatScore(goal)}
            </text>
          )}
          {datesOf(dots).map(dot => (
            <text key={dot.on} x={dot.x} y={HEIGHT + 18} textAnchor={dot.x <= box.left ? 'start' : 'middle'}>
              {formatMonthDay(dot.on)}
            </text>
          ))}
        </g>
      </svg>
    </div>
  )
}

/** Names the band where the line leaves room for it; the legend says it otherwise. */
function BandWords({ box, middle, dots }: { box: { width: number; right: number }; middle: number; dots: readonly { x: number; y: number }[] }) {
  const end = box.width - box.right - 8
  const isFree = dots.every(dot => dot.x < end - 130 || Math.abs(dot.y - middle) > 18)
  if (!isFree || dots.length < 3) return null
  return (
    <text x={end} y={middle + 4} textAnchor="end">
      too small to matter
    </text>
  )
}

const isFalling = (points: Trend['points']) => (points.at(-1)?.value ?? 0) <= (points[0]?.value ?? 0)

/** Keeps the goal’s words a line away from today’s value. */
function clearOf(y: number, taken: number | undefined): number {
  if (taken === undefined || Math.abs(y - taken) >= 15) return y
  return y >= taken ? taken + 15 : taken - 15
}

/** As many dates as fit, always the first and the last. */
function datesOf<Dot extends { readonly x: number }>(dots: readonly Dot[]): readonly Dot[] {
  const last = dots.at(-1)
  const shown: Dot[] = []
  for (const dot of dots) {
    const before = shown.at(-1)
    if (!before || dot.x - before.x >= DATE_ROOM) shown.push(dot)
  }
  if (last && shown.at(-1) !== last) return [...shown.slice(0, -1), last]
  return shown
}

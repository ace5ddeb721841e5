import { useElementSize } from '@mantine/hooks'
import { type TrendShape, trendShape } from '../../shared/charts/trend-shape.ts'
import type { Trend } from '../../shared/episodes/schema.ts'
import { formatMonthDay } from '../../shared/lib/dates.ts'
import { formatScore } from '../../shared/outcomes/measures.ts'
import css from './trend-chart.module.css'
import { clearOf, datesOf, figureOf, keyed, splitSentence, trendInWords } from './trend-chart-words.ts'

/** Until the room it gets is known. */
const USUAL_WIDTH = 520
const LEAST_WIDTH = 240
const HEIGHT = 114
const TOP = 12

/** One measure over the signed notes, its result in a sentence above it: line, goal dashed, the change too small to matter shaded; also as a table. */
export function TrendChart({ trend }: { trend: Trend }) {
  const { sentence, remark } = trend
  const [result, rest] = splitSentence(sentence)
  return (
    <figure className={css.trend}>
      <figcaption>
        <b>{result}</b>
        <span className={css.rest}>{rest}</span>
      </figcaption>
      <Drawing trend={trend} />
      {remark && <p className={css.remark}>{remark}</p>}
      <Numbers trend={trend} />
    </figure>
  )
}

function Drawing({ trend }: { trend: Trend }) {
  const { ref, width: room } = useElementSize<HTMLDivElement>()
  const { points, goal, max, unit } = trend
  const width = Math.max(LEAST_WIDTH, room || USUAL_WIDTH)
  const box = { width, height: HEIGHT, left: max >= 100 ? 34 : 28, right: unit === '%' ? 76 : 64 }
  const shape = trendShape(trend, box)
  const end = width - box.right
  const first = shape.dots[0]
  const last = shape.dots.at(-1)
  return (
    <div ref={ref} className={css.drawing}>
      <svg width={width} height={HEIGHT + TOP + 24} role="img" aria-label={trendInWords(trend)}>
        <g transform={`translate(0 ${TOP})`}>
          <Ground shape={shape} left={box.left} end={end} />
          {shape.path && <path className={css.line} d={shape.path} />}
          {keyed(shape.dots).map((dot, index) => (
            <circle
              key={dot.key}
              className={index === shape.dots.length - 1 ? css.now : css.dot}
              cx={dot.x}
              cy={dot.y}
              r={index === shape.dots.length - 1 ? 4.5 : 3.5}
            >
              <title>{`${formatMonthDay(dot.on)}: ${figureOf(trend, dot.value)}`}</title>
            </circle>
          ))}
          {first && shape.dots.length > 1 && (
            <text className={css.value} x={first.x + 2} y={(points.at(-1)?.value ?? 0) <= first.value ? first.y - 8 : first.y + 18}>
              {figureOf(trend, first.value)}
            </text>
          )}
          {last && (
            <text className={css.value} x={end + 8} y={last.y + 4}>
              {figureOf(trend, last.value)} now
            </text>
          )}
          {goal !== null && shape.goalY !== null && (
            <text x={end + 8} y={clearOf(shape.goalY, last?.y) + 4}>
              Goal {figureOf(trend, goal)}
            </text>
          )}
          {datesOf(keyed(shape.dots)).map(dot => (
            <text key={dot.key} x={dot.x} y={HEIGHT + 18} textAnchor={dot.x <= box.left ? 'start' : 'middle'}>
              {formatMonthDay(dot.on)}
            </text>
          ))}
        </g>
      </svg>
    </div>
  )
}

/** What the line is read against: the band, the scale, the goal. */
function Ground({ shape: { band, ticks, goalY, dots }, left, end }: { shape: TrendShape; left: number; end: number }) {
  const middle = band ? band.y + band.height / 2 : 0
  const isBandFree = dots.length > 2 && dots.every(dot => dot.x < end - 138 || Math.abs(dot.y - middle) > 18)
  return (
    <>
      {band && <rect className={css.band} x={left} width={end - left} y={band.y} height={band.height} />}
      {band && isBandFree && (
        <text x={end - 8} y={middle + 4} textAnchor="end">
          too small to matter
        </text>
      )}
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <line className={css.grid} x1={left} x2={end} y1={y} y2={y} />
          <text x={left - 8} y={y + 4} textAnchor="end">
            {formatScore(value)}
          </text>
        </g>
      ))}
      {goalY !== null && <line className={css.goal} x1={left} x2={end} y1={goalY} y2={goalY} />}
    </>
  )
}

/** The same as numbers, for those who rather read them. */
function Numbers({ trend }: { trend: Trend }) {
  return (
    <details className={css.numbers}>
      <summary>As a table</summary>
      <table>
        <caption>{trend.title}</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {keyed(trend.points).map(({ on, value, key }) => (
            <tr key={key}>
              <th scope="row">{formatMonthDay(on)}</th>
              <td>{figureOf(trend, value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

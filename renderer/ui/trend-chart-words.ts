import type { Trend } from '../../shared/episodes/schema.ts'
import { formatMonthDay } from '../../shared/lib/dates.ts'
import { formatScore } from '../../shared/outcomes/measures.ts'

/** Two dates closer than this would touch. */
const DATE_ROOM = 48

/** `52°`, `37.8%`, `+3`: a value of a trend in its unit. */
export const figureOf = ({ measure, unit }: Pick<Trend, 'measure' | 'unit'>, value: number): string =>
  `${measure === 'global-change' && value > 0 ? '+' : ''}${formatScore(value)}${unit}`

/** The result in bold, how much it counts in plain. */
export function splitSentence(sentence: string): readonly [string, string] {
  const at = sentence.search(/, (more|less|just|no change)\b/)
  return at < 0 ? [sentence, ''] : [sentence.slice(0, at), sentence.slice(at)]
}

/** The trend for those who do not see it: `Oswestry: 40% on Sep 29, 20% on Nov 3. Goal 15%.` */
export function trendInWords(trend: Trend): string {
  const values = trend.points.map(({ on, value }) => `${figureOf(trend, value)} on ${formatMonthDay(on)}`).join(', ')
  return `${trend.title}: ${values}.${trend.goal === null ? '' : ` Goal ${figureOf(trend, trend.goal)}.`}`
}

/** Keeps the goal’s words a line away from today’s value. */
export function clearOf(y: number, taken: number | undefined): number {
  if (taken === undefined || Math.abs(y - taken) >= 15) return y
  return y >= taken ? taken + 15 : taken - 15
}

/** As many dates as fit, always the first and the last, each day once. */
export function datesOf<Dot extends { readonly x: number }>(dots: readonly Dot[]): readonly Dot[] {
  const last = dots.at(-1)
  const shown: Dot[] = []
  for (const dot of dots) {
    const before = shown.at(-1)
    if (!before || dot.x - before.x >= DATE_ROOM) shown.push(dot)
  }
  if (last && shown.at(-1) !== last) return shown.length > 1 && last.x - (shown.at(-1)?.x ?? 0) < DATE_ROOM ? [...shown.slice(0, -1), last] : shown
  return shown
}

/** Two measurements of one day are told apart by a number. */
export function keyed<Point extends { readonly on: string }>(points: readonly Point[]): readonly (Point & { readonly key: string })[] {
  return points.map((point, index) => ({ ...point, key: `${point.on} ${points.slice(0, index).filter(other => other.on === point.on).length}` }))
}

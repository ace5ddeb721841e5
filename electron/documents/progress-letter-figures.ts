import type { LetterBodyChart, PainTrend, ProgressLetter } from '../../shared/documents/progress-letter.ts'
import { formatMonthDay } from '../../shared/lib/dates.ts'
import { type ChartedMarks, chartHeight, drawBodyChart, type PaperChart } from './body-chart-drawing.ts'
import { type Paper, RIGHT_BLOCK } from './page.ts'
import { HAIRLINE, HEAVY, rule, set, setLines, setRight } from './page-ink.ts'
import { tagged } from './page-tags.ts'
import { drawPainChart } from './progress-letter-chart.ts'
import type { Spacing } from './progress-letter-spacing.ts'
import { LABEL, TEXT } from './text-style.ts'
import { widthOf, wrap } from './text-wrap.ts'

/** How high a trend is that stands alone; a higher one says no more. */
const TREND_HEIGHTS = { alone: 100, most: 160, mostAbove: 112 } as const
/** Between the trend and the body chart, the chart’s heading, and the lines below its figures. */
const BETWEEN = 6
const HEADING = 15
const LEAD = 12
/** Longer words stand below the table in the full width of the page. */
const MOST_LINES = 3
const TITLE = 'BODY CHART'

/** What stands at the right of the table: the trend, and below it the body chart. `draw` fills the height it is given, which is at least `height`. */
export type FiguresColumn = {
  readonly height: number
  /** Draws the trend; the table beside it ends at `tableFoot`. */
  readonly drawTrend: (y: number, options: { height: number; tableHeight: number }) => void
  readonly drawChart: (y: number, options: { height: number }) => void
  /** The body chart’s words, where they are too long for the column; else empty. */
  readonly wordsBelow: string
}

/** The figures of a letter in a column; undefined where it has none. */
export function figuresColumn(
  paper: Paper,
  letter: ProgressLetter,
  { hasChart, spacing, x }: { hasChart: boolean; spacing: Spacing; x: number },
): FiguresColumn | undefined {
  const { painTrend, bodyChart } = letter
  const place = { x, right: x + paper.right - paper.at(RIGHT_BLOCK) }
  const chart = hasChart && bodyChart ? chartOf(paper, bodyChart, { ...place, highest: spacing.figures }) : undefined
  if (!painTrend && !chart) return undefined
  const least = painTrend ? (chart ? spacing.trend + BETWEEN : TREND_HEIGHTS.alone) : 0
  const trendHeight = (height: number, tableHeight: number) =>
    chart ? Math.min(height - chart.height - BETWEEN, TREND_HEIGHTS.mostAbove) : Math.min(Math.max(tableHeight, TREND_HEIGHTS.alone), TREND_HEIGHTS.most)
  const drawTrend = (trend: PainTrend, y: number, foot: number) => drawPainChart(paper, trend, { ...place, top: y, foot: y + foot, headroom: chart ? 23 : 28 })
  return {
    height: least + (chart?.height ?? 0),
    drawTrend: (y, { height, tableHeight }) => painTrend && drawTrend(painTrend, y, trendHeight(height, tableHeight)),
    drawChart: (y, { height }) => chart?.draw(painTrend ? y + trendHeight(height, 0) + BETWEEN : y),
    wordsBelow: chart?.wordsBelow ?? '',
  }
}

type Place = { readonly x: number; readonly right: number; readonly highest: number }

/** The first charted visit beside the last one, as large as the column is wide; what changed is said beside the heading if it is short, else below. */
function chartOf(paper: Paper, { before, now, words }: LetterBodyChart, { x, right, highest }: Place) {
  const width = right - x
  const captioned = ({ on, marks }: LetterBodyChart['before']): ChartedMarks => ({ caption: formatMonthDay(on), marks })
  const visits = now ? ([captioned(before), captioned(now)] as const) : ([captioned(before)] as const)
  const chart: PaperChart = { visits, shows: 'grades', hasKey: true, views: 'marked' }
  const isShort = words.length < 60 && widthOf(paper, words, LABEL) + widthOf(paper, TITLE, LABEL) + 8 <= width
  const lines = isShort ? [] : wrap(paper, [{ text: words, style: TEXT }], { width, maxLines: MOST_LINES + 1 })
  const isLong = lines.length > MOST_LINES
  const figures = chartHeight(paper, chart, { width, highest })
  const height = HEADING + figures + (isLong ? 0 : lines.length * LEAD) + 3
  const draw = (y: number) => {
    rule(paper, { from: x, to: right, y, weight: HEAVY })
    tagged(paper, paper.root, 'H2', () => set(paper, TITLE, LABEL, { x, y: y + 12 }))
    if (isShort) tagged(paper, paper.root, 'P', () => setRight(paper, words, LABEL, { x: right, y: y + 12 }))
    drawBodyChart(paper, { x, y: y + HEADING, width, height: figures }, { chart })
    if (lines.length > 0 && !isLong) tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x, y: y + HEADING + figures + 9, lead: LEAD }))
    rule(paper, { from: x, to: right, y: y + height, weight: HAIRLINE })
  }
  return { height, draw, wordsBelow: isLong ? words : '' }
}

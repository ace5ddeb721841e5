import type { LetterBodyChart } from '../../shared/documents/progress-letter.ts'
import { formatMonthDay } from '../../shared/lib/dates.ts'
import { type ChartedMarks, drawBodyChart } from './body-chart-drawing.ts'
import { FIGURE_BOX } from './body-chart-figure.ts'
import type { Paper } from './page.ts'
import type { Part } from './page-flow.ts'
import { setLines } from './page-ink.ts'
import { tagged } from './page-tags.ts'
import { sideHead, TEXT_LEFT } from './progress-letter-body.ts'
import { TEXT } from './text-style.ts'
import { wrap } from './text-wrap.ts'

/** Front and back, once or twice: as small as a fax allows. Figures that end at the thighs are less high. */
const WIDTH_OF_ONE = 118
const WIDTH_OF_TWO = 252
const HEIGHT_CUT = 90
const HEIGHT_WHOLE = 126
const BESIDE = 16
const LEAD = 13
const GAP = 10
const MOST_LINES = 8

const isAboveThighs = ({ y }: { readonly y: number }) => y < FIGURE_BOX.cutFoot - 30

/** The body chart of the first charted visit beside the last one, and in words what changed between them. */
export function bodyChartParts(paper: Paper, { before, now, words }: LetterBodyChart): Part[] {
  const caption = ({ on, marks }: LetterBodyChart['before']): ChartedMarks => ({ caption: formatMonthDay(on), marks })
  const width = now ? WIDTH_OF_TWO : WIDTH_OF_ONE
  const x = TEXT_LEFT + width + BESIDE
  const lines = wrap(paper, [{ text: words, style: TEXT }], { width: paper.right - x, maxLines: MOST_LINES })
  const isCut = [before, now].every(visit => visit?.marks.every(({ at, refersTo }) => isAboveThighs(at) && (!refersTo || isAboveThighs(refersTo.at))) ?? true)
  const height = isCut ? HEIGHT_CUT : HEIGHT_WHOLE
  const draw = (y: number) => {
    sideHead(paper, 'Body chart', y)
    const visits = now ? ([caption(before), caption(now)] as const) : ([caption(before)] as const)
    drawBodyChart(paper, { x: TEXT_LEFT, y: y - 1, width, height }, { chart: { visits, shows: 'grades', hasKey: true } })
    tagged(paper, paper.root, 'P', () => setLines(paper, lines, { x, y: y + 21, lead: LEAD }))
  }
  return [{ gap: GAP, height, draw }]
}

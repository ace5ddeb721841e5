import type { NoteBlock, NoteChart } from '../../shared/documents/visit-note.ts'
import { drawBodyChart, figuresAt, type PaperChart } from './body-chart-drawing.ts'
import type { Part } from './page-flow.ts'
import { tagged } from './page-tags.ts'
import { STRONG, TEXT } from './text-style.ts'
import { BASELINE, LEADS, linesOf, type Pen, TEXT_LEFT, write } from './visit-note-ink.ts'
import { loneTable, pairedTables } from './visit-note-table.ts'

/** How high the figures are, by how much of the body they show, in points; a closely set note gives up a little of it. */
const FIGURE_HEIGHTS = { shoulders: 92, trunk: 104, thighs: 106, whole: 130 } as const
const TIGHTER_BY = 14
const BETWEEN = 14
const NUMBER_WIDTH = 16
/** The list may end so many lines below the figures rather than go on under them. */
const LINES_BELOW = 2.5

type Figures = { readonly chart: PaperChart; readonly width: number; readonly height: number }

/** Only the sides of the body that hold a mark, cut to where the marks are: the list beside says each of them. */
function figuresOf({ lead }: Pen, { marks }: NoteChart): Figures {
  const chart: PaperChart = { visits: [{ caption: '', marks }], shows: 'numbers', hasKey: false, views: 'marked' }
  const height = FIGURE_HEIGHTS[figuresAt(chart, 1).part] - (lead < LEADS.usual ? TIGHTER_BY : 0)
  return { chart, height, width: figuresAt(chart, height).width }
}

/** The body chart with its numbered marks, and beside and below it the list that says each of them. */
export const chartParts = (pen: Pen, chart: NoteChart): Part[] => chartBeside(pen, figuresOf(pen, chart), { chart, tables: [] })

/** The body chart with one short table or two before it at its right, above the marks in words; undefined where these blocks are something else. */
export function chartWithTables(pen: Pen, [first, second, third]: readonly NoteBlock[]): { readonly parts: Part[]; readonly taken: number } | undefined {
  if (first?.kind !== 'table') return undefined
  const chart = second?.kind === 'chart' ? second : third
  if (chart?.kind !== 'chart') return undefined
  const figures = figuresOf(pen, chart)
  const place = besideFigures(pen, figures)
  if (second?.kind === 'chart') {
    const table = loneTable(pen, first, place)
    return table && { parts: chartBeside(pen, figures, { chart, tables: [table] }), taken: 2 }
  }
  const pair = second?.kind === 'table' ? pairedTables(pen, [first, second], place) : undefined
  return pair && { parts: chartBeside(pen, figures, { chart, tables: [pair] }), taken: 3 }
}

const besideFigures = ({ paper }: Pen, { width }: Figures) => ({ x: TEXT_LEFT + width + BETWEEN, width: paper.right - TEXT_LEFT - width - BETWEEN })

function chartBeside(pen: Pen, figures: Figures, { chart, tables }: { chart: NoteChart; tables: readonly Part[] }): Part[] {
  const { x } = besideFigures(pen, figures)
  const beside = [...tables]
  let height = tables.reduce((sum, table) => sum + table.height, 0)
  let listed = 0
  for (const [i, words] of chart.words.entries()) {
    const mark = markPart(pen, { number: i + 1, words, x })
    if (height + mark.height > figures.height + LINES_BELOW * pen.lead) break
    beside.push(mark)
    height += mark.height
    listed += 1
  }
  const draw = (y: number) => {
    const top = tables.length > 0 ? y : y + Math.max(0, (figures.height - height) / 2)
    drawBodyChart(pen.paper, { x: TEXT_LEFT, y, width: figures.width, height: figures.height }, { chart: figures.chart })
    stackDown(beside, top)
  }
  const below = chart.words.slice(listed).map((words, i) => markPart(pen, { number: listed + i + 1, words, x: TEXT_LEFT }))
  return [{ gap: 4, height: Math.max(figures.height, height), draw }, ...below]
}

function stackDown(parts: readonly Part[], y: number): void {
  parts.reduce((top, part) => {
    part.draw(top)
    return top + part.height
  }, y)
}

function markPart(pen: Pen, { number, words, x }: { number: number; words: string; x: number }): Part {
  const { paper } = pen
  const lines = linesOf(pen, [{ text: words, style: TEXT }], paper.right - x - NUMBER_WIDTH)
  const draw = (y: number) =>
    tagged(paper, paper.root, 'P', () => {
      write(pen, [[{ text: String(number), style: STRONG }]], { x, y: y + BASELINE, lead: pen.lead })
      write(pen, lines, { x: x + NUMBER_WIDTH, y: y + BASELINE, lead: pen.lead })
    })
  return { gap: 0, height: lines.length * pen.lead, draw }
}

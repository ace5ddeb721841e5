import type { NoteBlock, NoteChart, NoteTable } from '../../shared/documents/visit-note.ts'
import { drawBodyChart } from './body-chart-drawing.ts'
import type { Part } from './page-flow.ts'
import { tagged } from './page-tags.ts'
import { STRONG, TEXT } from './text-style.ts'
import { BASELINE, LEADS, linesOf, type Pen, TEXT_LEFT, write } from './visit-note-ink.ts'
import { fits, loneTable } from './visit-note-table.ts'

/** Room of the figures, front and back, in points. */
const FIGURE_WIDTH = 188
const FIGURE_HEIGHTS = { usual: 121, tight: 104 } as const
const figureHeight = ({ lead }: Pen) => (lead < LEADS.usual ? FIGURE_HEIGHTS.tight : FIGURE_HEIGHTS.usual)
const BETWEEN = 14
/** Tables beside the figures may reach a little below them. */
const STACK_BELOW = 29
const NUMBER_WIDTH = 16

/** The body chart with its numbered marks, and beside and below it the list that says each of them. */
export function chartParts(pen: Pen, chart: NoteChart): Part[] {
  const x = TEXT_LEFT + FIGURE_WIDTH + BETWEEN
  const marks = chart.words.map((words, i) => markPart(pen, { number: i + 1, words, x }))
  const beside: Part[] = []
  let height = 0
  for (const mark of marks) {
    if (height + mark.height > figureHeight(pen)) break
    beside.push(mark)
    height += mark.height
  }
  const draw = (y: number) => {
    drawFigure(pen, chart, { x: TEXT_LEFT, y })
    stackDown(beside, y)
  }
  const below = chart.words.slice(beside.length).map((words, i) => markPart(pen, { number: beside.length + i + 1, words, x: TEXT_LEFT }))
  return [{ gap: 4, height: figureHeight(pen), draw }, ...below]
}

/** The body chart at the right of the tables that come before it, and what is left to be set after: the tables that found no room there. */
export type ChartBesideTables = { readonly parts: readonly Part[]; readonly rest: readonly NoteBlock[] }

/** Short tables above each other with the body chart at their right, the marks in words below; undefined where these blocks are something else. */
export function chartBesideTables(pen: Pen, blocks: readonly NoteBlock[]): ChartBesideTables | undefined {
  const at = blocks.findIndex(block => block.kind !== 'table')
  const chart = blocks[at]
  if (at < 1 || chart?.kind !== 'chart') return undefined
  const width = pen.paper.right - TEXT_LEFT - FIGURE_WIDTH - BETWEEN
  const tables = blocks.slice(0, at).filter((block): block is NoteTable => block.kind === 'table')
  if (!tables[0] || !fits(pen, tables[0], width)) return undefined
  const stacked: Part[] = []
  let height = 0
  for (const table of tables) {
    const part = loneTable(pen, table, width)
    if (!fits(pen, table, width) || (stacked.length > 0 && height + part.height > figureHeight(pen) + STACK_BELOW)) break
    stacked.push(part)
    height += part.height
  }
  const draw = (y: number) => {
    stackDown(stacked, y)
    drawFigure(pen, chart, { x: pen.paper.right - FIGURE_WIDTH, y })
  }
  const marks = chart.words.map((words, i) => markPart(pen, { number: i + 1, words, x: TEXT_LEFT }))
  const rest = [...tables.slice(stacked.length), ...blocks.slice(at + 1)]
  return { parts: [{ gap: 4, height: Math.max(height, figureHeight(pen)), draw }, ...marks], rest }
}

function stackDown(parts: readonly Part[], y: number): void {
  parts.reduce((top, part) => {
    part.draw(top)
    return top + part.height
  }, y)
}

function drawFigure(pen: Pen, { marks }: NoteChart, at: { x: number; y: number }): void {
  drawBodyChart(
    pen.paper,
    { ...at, width: FIGURE_WIDTH, height: figureHeight(pen) },
    { chart: { visits: [{ caption: '', marks }], shows: 'numbers', hasKey: true } },
  )
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

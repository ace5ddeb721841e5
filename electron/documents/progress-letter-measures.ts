import type { LetterMeasure, ProgressLetter } from '../../shared/documents/progress-letter.ts'
import { formatMonthDay } from '../../shared/lib/dates.ts'
import { LEFT, type Paper, RIGHT_BLOCK, type Structure } from './page.ts'
import type { Part } from './page-flow.ts'
import { HAIRLINE, rule } from './page-ink.ts'
import { group } from './page-tags.ts'
import { drawPainChart, LEAST_CHART_HEIGHT } from './progress-letter-chart.ts'
import { FIRST_SPACING } from './progress-letter-spacing.ts'
import { type Cell, type Column, drawHead, drawRow, HEAD_HEIGHT } from './table.ts'
import { BLACK, type Line, STRONG, TEXT } from './text-style.ts'
import { widthOf, wrap } from './text-wrap.ts'

const BASELINE = 10.5
const EXTRA_LINE = 12
/** Kept free between a measure’s name and its first value. */
const BETWEEN = 6
/** As the first Myodesk kept free for `48° / 55°`, whatever the value. */
const BASELINE_WIDTH = 37
/** A4 is narrower: its columns stand closer. */
const NARROW = 560
/** Room for a check mark before the note. */
const MARK_WIDTH = 12
/** As the first Myodesk did: a taller table goes on over the page. */
const TALLEST_TABLE = 380

type Columns = Readonly<Record<'measure' | 'baseline' | 'current' | 'change' | 'note', Column>>
type DrawnRow = { readonly measure: LetterMeasure; readonly cells: readonly Cell[]; readonly height: number }

/** A piece of the table that is not split; `drawn` to a height that may be more than its own, so that its foot agrees with a chart beside. */
export type TablePiece = { readonly height: number; readonly draw: (y: number, height: number) => void }
/** How a table is set: its right edge, the height of a row, and how tall its first piece and the others may be. */
export type TableRoom = { readonly right: number; readonly row: number; readonly tallest: number; readonly tallestNext: number }

/** Baseline, now, change, and whether it is meaningful; in pieces where it is taller than its room. At least one, which may be empty. */
export function tablePieces(paper: Paper, letter: ProgressLetter, { measures, room }: { measures: readonly LetterMeasure[]; room: TableRoom }): TablePiece[] {
  const { right } = room
  const columns = columnsOf(paper, letter)
  const chunks = chunksOf(
    measures.map(measure => rowOf(paper, { measure, columns, letter, room })),
    room,
  )
  let table: Structure | undefined
  return chunks.map((rows, i) => {
    const height = rows.length === 0 ? 0 : HEAD_HEIGHT + rows.reduce((sum, row) => sum + row.height, 0)
    const draw = (y: number, foot: number) => {
      if (rows.length === 0) return
      table ??= group(paper, paper.root, 'Table')
      drawHead(paper, table, { columns: shownColumns(columns, letter), right, y, again: i > 0 })
      drawRows(paper, table, { rows, right, y: y + HEAD_HEIGHT })
      rule(paper, { from: LEFT, to: right, y: y + foot, weight: HAIRLINE })
    }
    return { height, draw }
  })
}

/** As the first Myodesk set them: the table with the pain chart beside; top and foot of both are aligned. */
export function measureParts(paper: Paper, letter: ProgressLetter, measures: readonly LetterMeasure[]): Part[] {
  const right = letter.painTrend ? paper.at(389.6) : paper.right
  const room = { right, row: FIRST_SPACING.row, tallest: TALLEST_TABLE, tallestNext: TALLEST_TABLE }
  return tablePieces(paper, letter, { measures, room }).map((piece, i) => {
    const trend = i === 0 ? letter.painTrend : null
    const height = trend ? Math.max(piece.height, LEAST_CHART_HEIGHT) : piece.height
    const draw = (y: number) => {
      piece.draw(y, height)
      const x = piece.height > 0 ? paper.at(RIGHT_BLOCK) : LEFT
      if (trend) drawPainChart(paper, trend, { x, right: x + paper.right - paper.at(RIGHT_BLOCK), top: y, foot: y + height })
    }
    return { gap: 0, height, draw }
  })
}

function columnsOf(paper: Paper, { baselineOn, currentOn }: ProgressLetter): Columns {
  const [baseline, current, change, note] = paper.right < NARROW ? ([186, 232, 286, 298] as const) : ([188, 236, 292, 306] as const)
  return {
    measure: { title: 'Measure', x: LEFT },
    baseline: { title: formatMonthDay(baselineOn), x: baseline, align: 'right' },
    current: { title: currentOn ? formatMonthDay(currentOn) : '', x: current, align: 'right' },
    change: { title: 'Change', x: change, align: 'right' },
    note: { title: currentOn ? 'Meaningful?' : 'Compare', x: note },
  }
}

const shownColumns = ({ measure, baseline, current, change, note }: Columns, { currentOn }: ProgressLetter) =>
  currentOn ? [measure, baseline, current, change, note] : [measure, baseline, note]

function rowOf(paper: Paper, options: { measure: LetterMeasure; columns: Columns; letter: ProgressLetter; room: TableRoom }): DrawnRow {
  const { measure, columns, letter, room } = options
  const { right, row } = room
  const noteX = noteLeft(paper, { measure, column: columns.note, right })
  const linesOf = (text: string, style: typeof TEXT, width: number) => wrap(paper, [{ text, style }], { width, maxLines: 2 })
  const baseline = { column: columns.baseline, lines: linesOf(measure.baseline, TEXT, 46) }
  const kept = letter.layout === 1 ? BASELINE_WIDTH : Math.max(...baseline.lines.map(line => lineWidth(paper, line))) + BETWEEN
  const name = { column: columns.measure, lines: linesOf(measure.measure, TEXT, columns.baseline.x - kept - LEFT) }
  const changes = [
    { column: columns.current, lines: linesOf(measure.current, STRONG, 44) },
    { column: columns.change, lines: linesOf(measure.change, STRONG, 52) },
  ]
  const note = { column: { ...columns.note, x: noteX }, lines: linesOf(measure.note, TEXT, right - noteX) }
  const cells = letter.currentOn ? [name, baseline, ...changes, note] : [name, baseline, note]
  return { measure, cells, height: row + (Math.max(...cells.map(cell => cell.lines.length)) - 1) * EXTRA_LINE }
}

const lineWidth = (paper: Paper, line: Line) => line.reduce((sum, { text, style }) => sum + widthOf(paper, text, style), 0)

/** Notes stand beside the check marks; one without a mark takes their room when it needs it. */
function noteLeft(paper: Paper, { measure, column, right }: { measure: LetterMeasure; column: Column; right: number }): number {
  const beside = column.x + MARK_WIDTH
  const fits = wrap(paper, [{ text: measure.note, style: TEXT }], { width: right - beside, maxLines: 2 }).length === 1
  return measure.meaningful === 'yes' || fits ? beside : column.x
}

/** A hairline parts measures with a stored threshold from those that have none. */
function drawRows(paper: Paper, table: Structure, { rows, right, y }: { rows: readonly DrawnRow[]; right: number; y: number }): void {
  let top = y
  for (const [i, { measure, cells, height }] of rows.entries()) {
    const above = rows[i - 1]?.measure
    if (above && (above.meaningful === 'none') !== (measure.meaningful === 'none')) rule(paper, { from: LEFT, to: right, y: top, weight: HAIRLINE })
    const baseline = top + BASELINE
    const note = cells.at(-1)
    const marked =
      measure.meaningful === 'yes' && note
        ? [...cells.slice(0, -1), { ...note, drawMark: () => drawCheck(paper, note.column.x - MARK_WIDTH, baseline) }]
        : cells
    drawRow(paper, table, { cells: marked, y: baseline })
    top += height
  }
}

function drawCheck({ pdf }: Paper, x: number, y: number): void {
  pdf
    .lineWidth(1.4)
    .strokeColor(BLACK)
    .moveTo(x, y - 3)
    .lineTo(x + 2.6, y - 0.4)
    .lineTo(x + 7, y - 6.4)
    .stroke()
}

function chunksOf(rows: readonly DrawnRow[], { tallest, tallestNext }: TableRoom): DrawnRow[][] {
  const chunks: DrawnRow[][] = [[]]
  let height = 0
  for (const row of rows) {
    if (height > 0 && height + row.height > (chunks.length === 1 ? tallest : tallestNext)) {
      chunks.push([])
      height = 0
    }
    chunks.at(-1)?.push(row)
    height += row.height
  }
  return chunks
}
